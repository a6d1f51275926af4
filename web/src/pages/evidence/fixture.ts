import type { Schemas } from '../../api/client';
import { operator } from '../../lib/samples';
import type { Session } from '../../lib/session.svelte';
import { submission as claimed } from '../claims/fixture';
import type { Evidence } from './attached.svelte';

/** For the tests of this folder: a submission that may be proved, and what proves it. */
export const submission = { ...claimed, allowed: ['attach_evidence', 'edit_claims'] };

export const prover: Session = {
  ...operator,
  permissions: { ...operator.permissions, attach_evidence: 'own_unit', read_evidence: 'own_unit' },
};

export const curator: Session = {
  ...operator,
  grants: [{ role: 'coordinator', unit: null }],
  permissions: {
    ...operator.permissions,
    attach_evidence: 'region',
    read_evidence: 'region',
    share_evidence: 'region',
  },
};

export function evidence(values: Partial<Evidence> = {}): Evidence {
  return {
    id: 'e-1',
    revision: 1,
    title: 'SK Kepala Dinas tentang Antar Obat',
    number: '188/12/2022',
    dated_on: '2022-03-01',
    signer: 'Kepala Dinas',
    unit: 'Dinas Kesehatan',
    shared: false,
    kind: 'pdf',
    file: { name: 'sk.pdf', kind: 'pdf', bytes: 12_400_000, hash: '0', pages: 3, has_text: true },
    link: null,
    made_at: '2026-05-02T03:42:00Z',
    made_by: 'Olan Contoh',
    used: 1,
    ...values,
  };
}

export function validity(values: Partial<Schemas['Validity']> = {}): Schemas['Validity'] {
  return {
    state: 'valid',
    from_year: 2022,
    to_year: 2023,
    last_year: 2024,
    accepted: ['pdf'],
    ...values,
  };
}

export function claimEvidence(
  items: { evidence: Evidence; validity: Schemas['Validity'] }[],
): Schemas['ClaimEvidence'] {
  return {
    indicator: '16',
    claim_revision: 2,
    items: items.map((item) => ({ ...item, attached_at: '2026-05-02T03:42:00Z' })),
  };
}
