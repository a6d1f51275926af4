import { KINDS, type EvidenceKind } from './asked';

/** What the list is narrowed to; the names in the address are Indonesian, the values the API's. */
export interface Filters {
  q?: string;
  unit?: string;
  kind?: EvidenceKind;
  shared?: 'yes';
  stops_after?: number;
}

const NARROWING = ['cari', 'unit', 'jenis', 'bersama', 'berakhir'];

/** The filters that an address asks for; a value that no choice knows counts as none. */
export function filters(query: URLSearchParams): Filters {
  const stops = Number(query.get('berakhir'));
  return {
    q: query.get('cari')?.trim().slice(0, 100) || undefined,
    unit: query.get('unit') || undefined,
    kind: KINDS.find((kind) => kind === query.get('jenis')),
    shared: query.get('bersama') === 'ya' ? 'yes' : undefined,
    stops_after: Number.isInteger(stops) && stops >= 2000 && stops <= 2100 ? stops : undefined,
  };
}

export function narrowing(query: URLSearchParams): number {
  return NARROWING.filter((name) => query.get(name)).length;
}

/** Takes every filter out of the address. */
export const CLEARED = Object.fromEntries(NARROWING.map((name) => [name, null]));
