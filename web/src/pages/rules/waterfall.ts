// The way from one index to another as a waterfall whose steps add up.
import { hundredths } from '../../lib/format';

export interface Step {
  /** Where the bar stands, in hundredths of an index point; `low` is never above `high`. */
  low: number;
  high: number;
  effect: number;
}

export interface Waterfall {
  from: number;
  to: number;
  steps: Step[];
  /** What the steps leave over; 0 when the answer keeps its promise. */
  rest: number;
  /** The stretch of the scale worth showing, in hundredths, with some air on both sides. */
  scale: { low: number; high: number };
}

const LEAST_SPAN_HUNDREDTHS = 400;

/** Air around the extremes, inside 0 to 100, and never so narrow that a rounding looks like an abyss. */
function scaleAround(points: number[]): { low: number; high: number } {
  const [least, most] = [Math.min(...points), Math.max(...points)];
  const span = Math.max(LEAST_SPAN_HUNDREDTHS, Math.ceil((most - least) * 1.4));
  const middle = (least + most) / 2;
  const low = Math.max(0, Math.min(10000 - span, Math.floor(middle - span / 2)));
  return { low, high: Math.min(10000, low + span) };
}

/** The steps from `from` to `to`; every figure is a decimal string such as "50.62" or "-1.33". */
export function waterfall(from: string, effects: string[], to: string): Waterfall {
  const start = hundredths(from);
  let stand = start;
  const steps = effects.map((text) => {
    const effect = hundredths(text);
    const step = {
      low: Math.min(stand, stand + effect),
      high: Math.max(stand, stand + effect),
      effect,
    };
    stand += effect;
    return step;
  });
  const end = hundredths(to);
  const scale = scaleAround([start, end, ...steps.flatMap((step) => [step.low, step.high])]);
  return { from: start, to: end, steps, rest: end - stand, scale };
}

/** The place of a figure on the scale, in percent from its left end. */
export function placeOn(scale: { low: number; high: number }, figure: number): number {
  return Math.max(0, Math.min(100, (100 * (figure - scale.low)) / (scale.high - scale.low)));
}
