// Two rulesets side by side: which values differ, place by place.
import type { Indicator, Ruleset } from '../../api/rulesets';

export const INDICATOR_FIELDS = [
  'name',
  'variable',
  'weight',
  'mandatory',
  'levels',
  'measures',
  'evidence',
] as const;
export type IndicatorField = (typeof INDICATOR_FIELDS)[number];

export interface IndicatorPair {
  id: string;
  left: Indicator | null;
  right: Indicator | null;
  /** In the fixed order above; all of them where one side lacks the indicator. */
  changed: IndicatorField[];
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function changedFields(left: Indicator | null, right: Indicator | null): IndicatorField[] {
  if (!left || !right) return [...INDICATOR_FIELDS];
  return INDICATOR_FIELDS.filter((field) => !same(left[field], right[field]));
}

/** Every indicator that one of the two has, in the left order; those only on the right come last. */
export function indicatorPairs(left: Ruleset, right: Ruleset): IndicatorPair[] {
  const ofRight = new Map(right.indicators.map((indicator) => [indicator.id, indicator]));
  const ids = left.indicators.map((indicator) => indicator.id);
  const onlyRight = right.indicators.filter((indicator) => !ids.includes(indicator.id));
  const pairs = [
    ...left.indicators.map((one) => ({ left: one, right: ofRight.get(one.id) ?? null })),
    ...onlyRight.map((one) => ({ left: null, right: one })),
  ];
  return pairs.map((pair) => ({
    id: (pair.left ?? pair.right)!.id,
    ...pair,
    changed: changedFields(pair.left, pair.right),
  }));
}

export const FORMULA_FIELDS = [
  'minimum_divisor',
  'points_per_innovation',
  'innovations_cap',
  'basic_services',
  'basic_services_required',
  'rejected_in_divisor',
  'rejected_in_number',
  'maximum',
] as const;
export type FormulaField = (typeof FORMULA_FIELDS)[number];

export const ELIGIBILITY_FIELDS = [
  'stages',
  'window',
  'development_renews',
  'minimum_words',
] as const;
export type EligibilityField = (typeof ELIGIBILITY_FIELDS)[number];

export interface FieldPair<Field> {
  field: Field;
  changed: boolean;
}

export function formulaPairs(left: Ruleset, right: Ruleset): FieldPair<FormulaField>[] {
  return FORMULA_FIELDS.map((field) => ({
    field,
    changed: !same(left.formula[field], right.formula[field]),
  }));
}

export function eligibilityPairs(left: Ruleset, right: Ruleset): FieldPair<EligibilityField>[] {
  return ELIGIBILITY_FIELDS.map((field) => ({
    field,
    changed: !same(left.eligibility[field], right.eligibility[field]),
  }));
}

export interface ClassPair {
  name: string;
  left: string | null;
  right: string | null;
  changed: boolean;
}

/** The borders of every class that one of the two has, highest first. */
export function classPairs(left: Ruleset, right: Ruleset): ClassPair[] {
  const names = [...new Set([...left.classes, ...right.classes].map((one) => one.name))];
  const border = (ruleset: Ruleset, name: string) =>
    ruleset.classes.find((one) => one.name === name)?.from ?? null;
  return names.map((name) => {
    const [a, b] = [border(left, name), border(right, name)];
    return { name, left: a, right: b, changed: a !== b };
  });
}

/** Which rulesets the comparison of figures uses: always from the year's own to another one. */
export interface FigurePair {
  from: string;
  to: string;
  /** Whether the two chosen rulesets are the two compared, in that order. */
  asChosen: boolean;
}

/**
 * The figures can only be compared from the year's own ruleset. When the right one is that ruleset, the
 * left one takes its place; null when there is nothing to compare it with.
 */
export function figurePair(own: string, left: string, right: string): FigurePair | null {
  const to = right === own ? left : right;
  if (to === own) return null;
  return { from: own, to, asChosen: left === own };
}
