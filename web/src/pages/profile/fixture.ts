import type { Schemas } from '../../api/client';
import { operator } from '../../lib/samples';
import type { Session } from '../../lib/session.svelte';
import type { Profile } from './input';

/** For the tests of this folder: a draft, and the words that its form offers. */
export function profile(values: Partial<Profile> = {}): Profile {
  return {
    submission: '5e',
    region: '14.01',
    year: 2026,
    ruleset: 'iid-2026',
    state: 'draft',
    stage: 'initiative',
    withdrawn: false,
    revision: 1,
    name: 'Antar Obat',
    unit: 'Dinas Kesehatan',
    affairs: [2],
    initiator: null,
    initiator_name: '',
    digital: null,
    form: null,
    theme: null,
    trial_on: null,
    implemented_on: null,
    developed_on: null,
    design: {},
    aims: '',
    benefits: '',
    results: '',
    budget: null,
    awards: '',
    ip_rights: '',
    latitude: null,
    longitude: null,
    asta_cita: [],
    priority_programme: '',
    video: '',
    words: 0,
    minimum_words: 300,
    steps: [],
    missing: [{ field: 'design', text: 'Rancang bangun kurang 300 kata.' }],
    next_step: { to: 'trial', decrees: ['head_decision'] },
    may: ['edit', 'step', 'withdraw', 'carry_over'],
    ...values,
  };
}

const name = (text: string) => ({ id: text, en: text });

export const terms: Schemas['ProfileTerms'] = {
  initiators: [{ word: 'agency', name: name('OPD') }],
  forms: [{ word: 'public_service', name: name('Inovasi pelayanan publik') }],
  themes: [
    { word: 'covid', name: name('Covid-19'), from_year: 2021, to_year: 2022 },
    { word: 'asta_cita_4', name: name('Asta Cita 4'), from_year: 2025, to_year: null },
  ],
  asta_cita: [{ number: 4, name: name('Memperkuat sumber daya manusia') }],
  decrees: [
    { word: 'head_decision', name: name('Keputusan Kepala Daerah') },
    { word: 'regional_regulation', name: name('Peraturan Daerah') },
  ],
  sources: [],
};

export const affairs: Schemas['AffairList'] = {
  items: [
    { number: 1, name: 'Pendidikan', group: 'basic_service' },
    { number: 2, name: 'Kesehatan', group: 'basic_service' },
    { number: 16, name: 'Komunikasi dan Informatika', group: 'mandatory' },
  ],
};

export const writer: Session = {
  ...operator,
  permissions: { ...operator.permissions, edit_innovation: 'own_unit' },
};
