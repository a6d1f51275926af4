import type { Schemas } from '../../api/client';

export type Item = Schemas['Queue']['items'][number];
type Sort = 'age' | 'effect';

export const SORTS: Sort[] = ['age', 'effect'];
/** How an order is called in the address; the first needs no name. */
export const SORT_NAMES: Record<Sort, string | null> = { age: null, effect: 'pengaruh' };
export const CLEARED = { unit: null, indikator: null };

/** What the queue is narrowed to and how it is sorted, as the address says. */
export function filters(query: URLSearchParams): { sort: Sort; unit?: string; indicator?: string } {
  return {
    sort: query.get('urut') === SORT_NAMES.effect ? 'effect' : 'age',
    unit: query.get('unit') || undefined,
    indicator: query.get('indikator') || undefined,
  };
}

/** A claim as the address names it: `<submission>.<indicator>`. */
export function keyOf({ submission, indicator }: Pick<Item, 'submission' | 'indicator'>): string {
  return `${submission}.${indicator}`;
}

export function claimIn(query: URLSearchParams): { submission: string; indicator: string } | null {
  const match = /^([\w-]+)\.([1-9][0-9]?[a-z]?)$/.exec(query.get('klaim') ?? '');
  return match?.[1] && match[2] ? { submission: match[1], indicator: match[2] } : null;
}
