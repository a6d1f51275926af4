import { get, type Schemas } from './client';

export type InnovationItem = Schemas['InnovationList']['items'][number];

/** Pages of 200; no region has had more than a few hundred innovations in a year. */
const MOST_PAGES = 25;

/** Every innovation of a region's year, page after page. */
export async function everyInnovation(
  code: string,
  year: number,
  signal: AbortSignal,
): Promise<InnovationItem[]> {
  const items: InnovationItem[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const asked = { path: { code, year }, query: { limit: 200, after } };
    const answer = await get('/api/v1/regions/{code}/years/{year}/innovations', asked, signal);
    items.push(...answer.items);
    if (answer.next === null) break;
    after = answer.next;
  }
  return items;
}
