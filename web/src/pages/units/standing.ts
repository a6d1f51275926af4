// How a unit stands among the others: rank, verified share, and which units a search leaves.
import type { Schemas } from '../../api/client';

export type Unit = Schemas['UnitList']['items'][number];

export const SORTS = ['innovations', 'maturity', 'verified', 'name'] as const;
export type Sort = (typeof SORTS)[number];

/** The sort that the address asks for; the first one when it asks for none or for nonsense. */
export function sortFrom(text: string | null | undefined): Sort {
  return SORTS.find((sort) => sort === text) ?? SORTS[0];
}

/** Whole percent of the claims that are verified, rounded down so that 100 means all; null: no claims. */
export function verifiedPercent(unit: Pick<Unit, 'claims' | 'claims_verified'>): number | null {
  return unit.claims === 0 ? null : Math.floor((100 * unit.claims_verified) / unit.claims);
}

/** Compares shares exactly: the product of one's part with the other's whole. */
function sameStanding(sort: Sort, a: Unit, b: Unit): boolean {
  switch (sort) {
    case 'innovations':
      return a.innovations === b.innovations;
    case 'maturity':
      return a.maturity_claimed === b.maturity_claimed;
    case 'verified':
      return (
        (a.claims === 0) === (b.claims === 0) &&
        a.claims_verified * b.claims === b.claims_verified * a.claims
      );
    case 'name':
      return false;
  }
}

function standsInRanking(sort: Sort, unit: Unit): boolean {
  if (sort === 'name') return false;
  if (sort === 'maturity') return unit.maturity_claimed !== null;
  if (sort === 'verified') return unit.claims > 0;
  return unit.innovations > 0;
}

/**
 * The rank of each unit in the order given (best first): equals share a rank and the next one is
 * skipped (1, 2, 2, 4). Null where there is nothing to rank: no innovation, no claim, sorted by name.
 */
export function ranks(units: Unit[], sort: Sort): (number | null)[] {
  const result: (number | null)[] = [];
  units.forEach((unit, at) => {
    const before = units[at - 1];
    if (!standsInRanking(sort, unit)) result.push(null);
    else if (before && sameStanding(sort, before, unit)) result.push(result[at - 1] ?? null);
    else result.push(at + 1);
  });
  return result;
}

/** The units whose name holds every word of the search, and which have no innovation where asked. */
export function narrowed<U extends Pick<Unit, 'unit' | 'innovations'>>(
  units: U[],
  search: string,
  only: 'all' | 'without',
): U[] {
  const words = search.toLocaleLowerCase('id').split(/\s+/).filter(Boolean);
  return units.filter((unit) => {
    const name = unit.unit.toLocaleLowerCase('id');
    return (only === 'all' || unit.innovations === 0) && words.every((word) => name.includes(word));
  });
}

export interface Coverage {
  kind: Unit['kind'];
  total: number;
  innovating: number;
}

const KINDS: Unit['kind'][] = [
  'agency',
  'sub_district',
  'health_centre',
  'school',
  'village',
  'other',
];

/** Of each kind of unit that occurs: how many there are, and how many have an innovation. */
export function coverage(units: Pick<Unit, 'kind' | 'innovations'>[]): Coverage[] {
  return KINDS.map((kind) => {
    const own = units.filter((unit) => unit.kind === kind);
    const innovating = own.filter((unit) => unit.innovations > 0).length;
    return { kind, total: own.length, innovating };
  }).filter((one) => one.total > 0);
}
