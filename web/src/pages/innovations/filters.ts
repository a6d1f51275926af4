import type { Schemas } from '../../api/client';

type Sort = 'name' | 'maturity' | 'unit';

/** What the list is narrowed to; the names in the address are Indonesian, the values the API's. */
export interface Filters {
  q?: string;
  unit?: string;
  stage?: Schemas['Stage'];
  state?: Schemas['State'];
  sort?: Sort;
}

export const STAGES: Schemas['Stage'][] = ['initiative', 'trial', 'implementation'];
export const STATES: Schemas['State'][] = ['submitted', 'draft', 'withheld', 'rejected'];
export const SORTS: Sort[] = ['name', 'maturity', 'unit'];

const NARROWING = ['cari', 'unit', 'tahap', 'status'];

function oneOf<T extends string>(choices: T[], value: string | null): T | undefined {
  return choices.find((choice) => choice === value);
}

/** The filters that an address asks for; a value that no choice knows counts as none. */
export function filters(query: URLSearchParams): Filters {
  return {
    q: query.get('cari')?.trim().slice(0, 100) || undefined,
    unit: query.get('unit') || undefined,
    stage: oneOf(STAGES, query.get('tahap')),
    state: oneOf(STATES, query.get('status')),
    sort: oneOf(SORTS, query.get('urut')),
  };
}

/** How many filters narrow the list; the order is none. */
export function narrowing(query: URLSearchParams): number {
  return NARROWING.filter((name) => query.get(name)).length;
}

/** Takes every filter out of the address. */
export const CLEARED = Object.fromEntries(NARROWING.map((name) => [name, null]));
