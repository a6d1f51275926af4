import type { Schemas } from '../../api/client';

export type Entry = Schemas['LedgerEntry'];

/** Everything out of the address that narrows the log. */
export const CLEARED = { orang: null, aksi: null, subjek: null, dari: null, sampai: null };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the address asks for, as the API takes it. */
export function filters(query: URLSearchParams) {
  const given = (name: string) => query.get(name) ?? undefined;
  const day = (name: string) => (DAY.test(query.get(name) ?? '') ? given(name) : undefined);
  return {
    person: given('orang'),
    action: given('aksi'),
    subject: given('subjek'),
    from: day('dari'),
    to: day('sampai'),
  };
}

/** How many filters narrow the log. */
export function narrowing(query: URLSearchParams): number {
  return Object.values(filters(query)).filter(Boolean).length;
}

/** One thing that an entry tells besides its sentence; `from` where a value took another's place. */
export interface Detail {
  name: string;
  from: string | null;
  value: string;
}

/** Ids and counters: they stand in the proof, and tell a reader nothing. */
const UNSAID = ['evidence', 'claim_revision', 'unit_id', 'proposal'];

/** The details of an entry in their order; `x_from` and `x_to` are one thing that changed. */
export function detailsOf(entry: Pick<Entry, 'details'>): Detail[] {
  const { details } = entry;
  return Object.entries(details).flatMap(([name, value]): Detail[] => {
    if (UNSAID.includes(name)) return [];
    const stem = /^(?:(.+)_)?(from|to)$/.exec(name);
    if (!stem) return [{ name, from: null, value }];
    const before = stem[1] ? `${stem[1]}_from` : 'from';
    const after = stem[1] ? `${stem[1]}_to` : 'to';
    const to = details[after];
    if (to === undefined || details[before] === undefined) return [{ name, from: null, value }];
    return name === after ? [{ name: stem[1] ?? '', from: details[before], value: to }] : [];
  });
}
