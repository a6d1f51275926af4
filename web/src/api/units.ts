import { get, type Schemas } from './client';

/** A unit of a region: agencies, sub-districts and what is below them. */
export type UnitNode = Schemas['UnitNode'];

/** The units that a region has now and had before. */
export async function unitTree(region: string, signal: AbortSignal): Promise<UnitNode[]> {
  return (await get('/api/v1/regions/{code}/unit-tree', { path: { code: region } }, signal)).items;
}

/** The active units, each behind the one above it, with how deep it lies (0 at the top). */
export function ordered(units: UnitNode[]): { unit: UnitNode; depth: number }[] {
  const active = units.filter((unit) => unit.active);
  const known = new Set(active.map(({ id }) => id));
  const below = new Map<string | null, UnitNode[]>();
  for (const unit of active) {
    // Whose superior is closed stands at the top, so that it is not lost.
    const above = unit.parent !== null && known.has(unit.parent) ? unit.parent : null;
    below.set(above, [...(below.get(above) ?? []), unit]);
  }
  const placed = (above: string | null, depth: number): { unit: UnitNode; depth: number }[] =>
    (below.get(above) ?? [])
      .sort((a, b) => a.name.localeCompare(b.name, 'id'))
      .flatMap((unit) => [{ unit, depth }, ...placed(unit.id, depth + 1)]);
  return placed(null, 0);
}
