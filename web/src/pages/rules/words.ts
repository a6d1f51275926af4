// Values of a ruleset in words. The screen, the print and the side-by-side view say the same.
import type { Ruleset } from '../../api/rulesets';
import common from '../../i18n/messages/common';
import { say } from '../../i18n/language.svelte';
import messages from '../../i18n/messages/rules';
import { count, decimal, fromHundredths, hundredths, plain } from '../../lib/format';
import type { EligibilityField, FormulaField } from './difference';
import { yearFromT, type Measure } from './ruleset';

const yesOrNo = (value: boolean) => (value ? say(messages).yes : say(messages).no);

/** "T-2 sampai T-0 (2024 sampai 2026)": years counted from T, and what they are in this ruleset. */
export function yearsInWords(offsets: number[], year: number): string {
  const m = say(messages);
  const [from, to] = [offsets[0] ?? 0, offsets[1] ?? 0];
  if (from === to) return m.windowYear(yearFromT(from), String(year + from));
  return m.windowYears(yearFromT(from), yearFromT(to), m.yearRange(year + from, year + to));
}

/** "≥ 31 orang", "≤ 2,35 %", "angka berapa pun": where a level of a measure begins. */
export function borderInWords(measure: Measure, level: number): string {
  const m = say(messages);
  const from = measure.from[level - 1] ?? null;
  if (from === null) return m.anyFigure;
  const figure = `${plain(from)} ${measure.unit}`.trim();
  return measure.better === 'higher' ? m.atLeast(figure) : m.atMost(figure);
}

/** A parameter of the formula: "12", "0,38", "5 dari 6", "ya". */
export function formulaInWords(rules: Ruleset, field: FormulaField): string {
  const m = say(messages);
  const formula = rules.formula;
  switch (field) {
    case 'minimum_divisor':
      return count(formula.minimum_divisor);
    case 'points_per_innovation':
      return decimal(formula.points_per_innovation);
    case 'innovations_cap':
      return count(formula.innovations_cap);
    case 'basic_services':
      return formula.basic_services.join(', ');
    case 'basic_services_required':
      return formula.basic_services_required === 0
        ? m.noGate
        : m.ofServices(
            count(formula.basic_services_required),
            count(formula.basic_services.length),
          );
    case 'rejected_in_divisor':
    case 'rejected_in_number':
      return yesOrNo(formula[field]);
    case 'maximum':
      return plain(formula.maximum);
  }
}

/** A condition of eligibility: "Penerapan", "T-2 sampai T-1 (2024 sampai 2025)", "300 kata". */
export function eligibilityInWords(rules: Ruleset, field: EligibilityField): string {
  const m = say(messages);
  const eligibility = rules.eligibility;
  switch (field) {
    case 'stages':
      return eligibility.stages.map((stage) => say(common).stages[stage]).join(', ');
    case 'window':
      return yearsInWords(eligibility.window, rules.year);
    case 'development_renews':
      return yesOrNo(eligibility.development_renews);
    case 'minimum_words':
      return m.words(count(eligibility.minimum_words));
  }
}

/** What a level is worth: weight x level. */
export function levelPoints(weight: string, level: number): string {
  return plain(fromHundredths(hundredths(weight) * level));
}
