/**
 * Which region and year the reader looks at. The address decides (`daerah`, `tahun`); without
 * it the program's home, without that the first year on record.
 */
import { Failure, get, type Schemas } from '../api/client';
import { router } from './router.svelte';

export type Place = Schemas['YearList']['items'][number];

/** Pages of 200 region years; more than 5,000 are not offered in a switch. */
const MOST_PAGES = 25;

async function everyYear(): Promise<Place[]> {
  const years: Place[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await get('/api/v1/regions', { query: { limit: 200, after } });
    years.push(...answer.items);
    if (answer.next === null) break;
    after = answer.next;
  }
  return years;
}

class Places {
  years = $state.raw<Place[]>([]);
  loading = $state(true);
  failure = $state.raw<Failure | null>(null);
  #home = $state.raw<Schemas['Home'] | null>(null);

  /** Each region once, in the order of the record. */
  readonly regions = $derived([...new Map(this.years.map((y) => [y.region, y])).values()]);

  /** Whether anything is on record at all, though it may not be for this reader. */
  readonly recorded = $derived(this.#home?.region != null);

  readonly current = $derived.by((): Place | null => {
    const region = router.query.get('daerah') ?? this.#home?.region;
    const year = Number(router.query.get('tahun') ?? this.#home?.year);
    const ofRegion = this.years.filter((y) => y.region === region);
    return ofRegion.find((y) => y.year === year) ?? ofRegion.at(-1) ?? this.years[0] ?? null;
  });

  /** The years of the region in view, newest first. */
  readonly yearsHere = $derived(
    this.years.filter((y) => y.region === this.current?.region).sort((a, b) => b.year - a.year),
  );

  /** Somebody else asks: what the one before might see is forgotten at once. */
  renew(): Promise<void> {
    this.years = [];
    return this.load();
  }

  async load(): Promise<void> {
    this.loading = true;
    try {
      const [home, years] = await Promise.all([get('/api/v1/home', {}), everyYear()]);
      this.#home = home;
      this.years = years;
      this.failure = null;
    } catch (cause) {
      this.failure = cause instanceof Failure ? cause : new Failure('unexpected', 0, null);
    }
    this.loading = false;
  }
}

export const places = new Places();
