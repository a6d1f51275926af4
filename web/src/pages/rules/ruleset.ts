// A ruleset as its readers need it: indicators by aspect and variable, classes as stretches of the
// scale, years as years, and each assumption beside the value that it concerns.
import { hundredths } from '../../lib/format';
import type { Schemas } from '../../api/client';
import type { Indicator, Ruleset } from '../../api/rulesets';

export type Text = Schemas['Text'];
export type Measure = Indicator['measures'][number];

export const ASPECTS = ['government', 'innovation'] as const;
export type Aspect = (typeof ASPECTS)[number];

export interface Variable {
  name: string;
  indicators: Indicator[];
}
export interface AspectGroup {
  aspect: Aspect;
  variables: Variable[];
  count: number;
}

function variablesOf(indicators: Indicator[]): Variable[] {
  const variables: Variable[] = [];
  for (const indicator of indicators) {
    const known = variables.find((variable) => variable.name === indicator.variable);
    if (known) known.indicators.push(indicator);
    else variables.push({ name: indicator.variable, indicators: [indicator] });
  }
  return variables;
}

/** Both aspects, each with its variables in the order of their first indicator. */
export function grouped(indicators: Indicator[]): AspectGroup[] {
  return ASPECTS.map((aspect) => {
    const own = indicators.filter((indicator) => indicator.aspect === aspect);
    return { aspect, variables: variablesOf(own), count: own.length };
  }).filter((group) => group.count > 0);
}

function searchable(indicator: Indicator): string {
  return [
    indicator.id,
    indicator.variable,
    ...[indicator.name, indicator.short_name].flatMap((text) => [text.id, text.en]),
    ...indicator.levels,
    ...indicator.evidence.flatMap((evidence) => [evidence.kind, evidence.signer]),
  ]
    .join(' ')
    .toLocaleLowerCase('id');
}

/** The indicators that hold every word of the search: number, name in either language, levels, evidence. */
export function found(indicators: Indicator[], search: string): Indicator[] {
  const words = search.toLocaleLowerCase('id').split(/\s+/).filter(Boolean);
  return indicators.filter((indicator) => {
    const text = searchable(indicator);
    return words.every((word) => text.includes(word));
  });
}

/** Number of official indicators: rows 5a and 5b are one indicator, and so is the computed number. */
export function officialCount(ruleset: Ruleset): number {
  const numbers = new Set(ruleset.indicators.map((indicator) => parseInt(indicator.id, 10)));
  numbers.add(parseInt(ruleset.number.id, 10));
  return numbers.size;
}

export interface ClassStretch {
  name: string;
  from: string;
  /** Of the scale from 0 to 100, in percent. */
  start: number;
  width: number;
}

/** The classes from the lowest to the highest, each with its stretch of the scale from 0 to 100. */
export function stretches(classes: { name: string; from: string }[]): ClassStretch[] {
  const rising = [...classes].sort((a, b) => hundredths(a.from) - hundredths(b.from));
  return rising.map((one, at) => {
    const start = hundredths(one.from) / 100;
    const next = rising[at + 1];
    return { ...one, start, width: (next ? hundredths(next.from) / 100 : 100) - start };
  });
}

/** The last index that still belongs to the class: one hundredth below the next border, or 100.00. */
export function lastOf(classes: { name: string; from: string }[], name: string): number {
  const rising = [...classes].sort((a, b) => hundredths(a.from) - hundredths(b.from));
  const next = rising[rising.findIndex((one) => one.name === name) + 1];
  return next ? hundredths(next.from) - 1 : 10000;
}

/** "T-2", "T-0": a year counted from the year of the data. */
export function yearFromT(offset: number): string {
  return offset > 0 ? `T+${offset}` : `T-${-offset}`;
}

/** What is assumed about one place, such as `indicators.5b.evidence`. */
export interface Assumption {
  of: string;
  field: string;
  text: Text;
}

/** All assumptions whose place begins with `formula`, `classes.Inovatif`, `indicators.5b`. */
export function assumptionsOf(ruleset: Ruleset, place: string): Assumption[] {
  return ruleset.assumptions
    .filter((one) => one.of === place || one.of.startsWith(`${place}.`))
    .map((one) => ({ ...one, field: one.of.slice(one.of.lastIndexOf('.') + 1) }));
}

/** What is assumed about one field of a place; nothing when the value is solid. */
export function assumptionOf(ruleset: Ruleset, place: string, field: string): Text | null {
  return assumptionsOf(ruleset, place).find((one) => one.field === field)?.text ?? null;
}

/** Whether a source's address can be opened; otherwise it is only a description ("salinan umum"). */
export function isLink(address: string): boolean {
  return /^https?:\/\//.test(address);
}

/** Parts of the whole in percent with two places, in hundredths: 25.20 %, 44.40 %, 30.40 %. */
export function partOfWhole(part: string, whole: string): number {
  return Math.floor((10000 * hundredths(part)) / hundredths(whole) + 0.5);
}

/** The place on the page where a variable begins: "innovation-kecanggihan-produk". */
export function anchor(aspect: Aspect, variable: string): string {
  const words = variable.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return [aspect, ...words].join('-');
}
