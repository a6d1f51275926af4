// The heat map's model: how dark a mean level is drawn, and where a unit is weakest.
import { hundredths } from '../../lib/format';

/** Shades from "nobody claims anything" (0) to "more than 2.5 of 3" (6). */
export const SHADES = 7;
const HALF_LEVEL_HUNDREDTHS = 50;

/** The shade of a mean level; null where no innovation is counted. Level 0 keeps a shade of its own. */
export function shade(mean: string | null): number | null {
  if (mean === null) return null;
  return Math.min(SHADES - 1, Math.ceil(hundredths(mean) / HALF_LEVEL_HUNDREDTHS));
}

/** The mean levels, in hundredths, that a shade stands for: first and last. */
export function shadeRange(step: number): [number, number] {
  if (step === 0) return [0, 0];
  return [(step - 1) * HALF_LEVEL_HUNDREDTHS + 1, step * HALF_LEVEL_HUNDREDTHS];
}

export interface MeanLevel<Indicator> {
  indicator: Indicator;
  mean: string;
}

/**
 * The indicators with the lowest mean level, lowest first, in national order where they are equal.
 * An indicator at the full 3.00 is no weakness and is left out.
 */
export function weakest<Indicator>(
  means: (string | null)[],
  indicators: Indicator[],
  howMany: number,
): MeanLevel<Indicator>[] {
  return indicators
    .flatMap((indicator, at) => {
      const mean = means[at] ?? null;
      return mean === null || hundredths(mean) >= 300 ? [] : [{ indicator, mean }];
    })
    .sort((a, b) => hundredths(a.mean) - hundredths(b.mean))
    .slice(0, howMany);
}

interface Counted {
  counted: number;
  mean_levels: (string | null)[];
}

/**
 * The mean level of each indicator over all counted innovations of these units, in hundredths, rounded
 * half up; null where nothing is counted. The units' own means are rounded, so the last digit may differ
 * from one taken over the innovations themselves.
 */
export function meanOver(units: Counted[], columns: number): (number | null)[] {
  const counted = units.filter((unit) => unit.counted > 0);
  const innovations = counted.reduce((sum, unit) => sum + unit.counted, 0);
  return Array.from({ length: columns }, (_, column) => {
    if (innovations === 0) return null;
    const weighted = counted.reduce(
      (sum, unit) => sum + unit.counted * hundredths(unit.mean_levels[column] ?? '0.00'),
      0,
    );
    return Math.floor(weighted / innovations + 0.5);
  });
}

/** Where a key leads inside a grid of rows and columns; null: the key means nothing here. */
export function moveInGrid(
  key: string,
  at: { row: number; column: number },
  size: { rows: number; columns: number },
): { row: number; column: number } | null {
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  const moves: Record<string, [number, number]> = {
    ArrowUp: [at.row - 1, at.column],
    ArrowDown: [at.row + 1, at.column],
    ArrowLeft: [at.row, at.column - 1],
    ArrowRight: [at.row, at.column + 1],
    Home: [at.row, 0],
    End: [at.row, size.columns - 1],
  };
  const move = moves[key];
  if (!move) return null;
  return { row: within(move[0], size.rows), column: within(move[1], size.columns) };
}
