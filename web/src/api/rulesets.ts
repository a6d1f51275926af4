import { get, type Schemas } from './client';

export type Ruleset = Schemas['Ruleset'];
export type Indicator = Schemas['Indicator'];

const fetched = new Map<string, Promise<Ruleset>>();

/** A ruleset, fetched once: rules do not change while the program runs. A failure is not kept. */
export function ruleset(id: string): Promise<Ruleset> {
  const known = fetched.get(id);
  if (known) return known;
  const asked = get('/api/v1/rulesets/{id}', { path: { id } });
  fetched.set(id, asked);
  asked.catch(() => fetched.delete(id));
  return asked;
}
