/**
 * An assumption of the rules: which value it is `of` (`indicators.16.levels`; empty where the
 * reader sees it anyway), and its text.
 */
export interface Assumption {
  of: string;
  text: string;
}

/** One text and everything it speaks about; in the rules the same sentence often covers many rows. */
export interface AssumptionGroup {
  text: string;
  indicators: string[];
  places: string[];
}

/** Assumptions by text, in the order of their first appearance. */
export function grouped(assumptions: Assumption[]): AssumptionGroup[] {
  const groups = new Map<string, AssumptionGroup>();
  for (const { of, text } of assumptions) {
    const group = groups.get(text) ?? { text, indicators: [], places: [] };
    groups.set(text, group);
    const indicator = /^indicators\.([^.]+)\./.exec(of)?.[1];
    if (indicator === undefined && of) group.places.push(of);
    else if (indicator !== undefined && !group.indicators.includes(indicator))
      group.indicators.push(indicator);
  }
  return [...groups.values()];
}

/** Does any assumption speak about a place that begins like this? */
export function assumed(assumptions: Assumption[], ...beginnings: string[]): boolean {
  return assumptions.some(({ of }) => beginnings.some((start) => of.startsWith(start)));
}
