import type { Schemas } from '../../api/client';
import type { Ruleset } from '../../api/rulesets';

/** Two indicators of one innovation, as the API would send them; for the tests of this folder. */
const WEIGHTS = { '16': '3.00', '17': '2.00' };

function indicator(id: '16' | '17', name: string, words: string[]) {
  return {
    id,
    aspect: 'innovation',
    variable: 'Infrastruktur',
    name: { id: name, en: name },
    short_name: { id: name, en: name },
    weight: WEIGHTS[id],
    maximum: id === '16' ? '9.00' : '6.00',
    mandatory: true,
    levels: words,
    measures: [],
    evidence: [{ kind: 'SK', signer: 'Kepala Dinas', years: [-1, 0], files: ['pdf'] }],
    sources: [],
  };
}

export const rules = {
  id: 'iid-2023',
  maxima: { government: '63.00', maturity: '111.00', number: '76.00', total: '250.00' },
  assumptions: [],
  indicators: [
    indicator('16', 'Regulasi', ['SK Kepala Dinas', 'SK Bupati', 'Peraturan Bupati']),
    indicator('17', 'SDM', ['1 sampai 10', '11 sampai 30', 'Lebih dari 30']),
  ],
} as unknown as Ruleset;

function claim(id: '16' | '17', level: number) {
  const points = (Number.parseInt(WEIGHTS[id], 10) * level).toFixed(2);
  return {
    indicator: id,
    level,
    verified_level: 1,
    points,
    verified_points: WEIGHTS[id],
    next_level_effect: level === 3 ? null : '0.02',
  };
}

const figure = (index: string) => ({ index, class: 'Inovatif', points: { government: '40.00' } });

export const submission = {
  submission: 's-1',
  region: '14.01',
  region_name: 'Kabupaten Kampar',
  year: 2023,
  ruleset: 'iid-2023',
  innovation: {
    name: 'Antar Obat',
    unit: 'Dinas Kesehatan',
    state: 'submitted',
    words: 310,
    minimum_words: 300,
  },
  claims: [claim('16', 1), claim('17', 2)],
  maturity: { claimed: '7.00', verified: '5.00' },
  counted: true,
  exclusion: null,
  claimed: figure('50.00'),
  verified: figure('45.00'),
} as unknown as Schemas['Submission'];

export function saved(id: '16' | '17', level: number, index: string) {
  return {
    submission: 's-1',
    claim: claim(id, level),
    revision: 2,
    maturity: { claimed: '10.00', verified: '5.00' },
    claimed: figure(index),
    verified: figure('45.00'),
  };
}
