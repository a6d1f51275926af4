import { dayOf } from '../../lib/format';

/** What happened on one day where the reader is. */
export interface Day<T> {
  day: string;
  items: T[];
}

/** Things in the order of their time, by day. */
export function byDay<T extends { at: string }>(items: readonly T[]): Day<T>[] {
  const days: Day<T>[] = [];
  for (const item of items) {
    const day = dayOf(item.at);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}
