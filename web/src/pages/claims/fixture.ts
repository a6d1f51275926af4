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

export function claim(
  id: '16' | '17',
  level: number,
  values: Partial<Schemas['SubmissionClaim']> = {},
): Schemas['SubmissionClaim'] {
  const points = (Number.parseInt(WEIGHTS[id], 10) * level).toFixed(2);
  return {
    indicator: id,
    level,
    verified_level: 1,
    points,
    verified_points: WEIGHTS[id],
    next_level_effect: level === 3 ? null : '0.02',
    state: level === 1 ? 'accepted' : 'waiting',
    since: '2026-05-02T03:42:00Z',
    due_on: null,
    overdue: false,
    claim_revision: 2,
    verdict: null,
    objection: null,
    remarks: 0,
    ...values,
  };
}

export const course: Schemas['Course'] = {
  submission: 's-1',
  state: 'submitted',
  waits_for_endorsement: false,
  handed_in: null,
  endorsed: null,
  last_word: null,
  due_on: null,
  overdue: false,
  phase: 'open',
  last_day: null,
};

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
  course,
  allowed: ['edit_innovation', 'edit_claims'],
  claims: [claim('16', 1), claim('17', 2)],
  maturity: { claimed: '7.00', verified: '5.00' },
  counted: true,
  exclusion: null,
  claimed: figure('50.00'),
  verified: figure('45.00'),
} as unknown as Schemas['Submission'];

/** A claim as saving answers it: without what was said about it. */
function saves(id: '16' | '17', level: number): Schemas['Claim'] {
  const { claim_revision, verdict, objection, remarks, ...plain } = claim(id, level);
  return plain;
}

export function saved(id: '16' | '17', level: number, index: string) {
  return {
    submission: 's-1',
    claim: saves(id, level),
    revision: 2,
    maturity: { claimed: '10.00', verified: '5.00' },
    claimed: figure(index),
    verified: figure('45.00'),
  };
}

export const by: Schemas['Signed'] = {
  at: '2026-05-02T03:42:00Z',
  name: 'Vira Contoh',
  role: 'verifier',
};

/** All that happened to the claim on indicator 16. */
export function history(values: Partial<Schemas['ClaimHistory']> = {}): Schemas['ClaimHistory'] {
  return {
    submission: 's-1',
    claim: claim('16', 2, { state: 'waiting' }),
    name: 'Antar Obat',
    unit: 'Dinas Kesehatan',
    revisions: [
      { revision: 1, level: 1, made_at: '2026-04-01T01:00:00Z' },
      { revision: 2, level: 2, made_at: '2026-04-20T01:00:00Z' },
    ],
    verdicts: [],
    remarks: [],
    can: ['claim', 'remark'],
    ...values,
  };
}

export const readiness: Schemas['Readiness'] = {
  submission: 's-1',
  met: 14,
  checks: 16,
  worth_when_counted: '0.31',
  gaps: [
    {
      kind: 'no_evidence',
      indicator: '17',
      field: null,
      text: 'Tanpa data dukung: SDM',
      worth: '0.12',
    },
    {
      kind: 'words',
      indicator: null,
      field: 'design',
      text: 'Rancang bangun baru 290 kata',
      worth: '0.00',
    },
  ],
  due: [],
};
