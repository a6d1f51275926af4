import { Failure } from './client';
import { resource } from './resource.svelte';

interface Page {
  items: unknown[];
  next: string | null;
}

/** What stands below a list that comes in pages. */
export interface More {
  readonly hasMore: boolean;
  readonly adding: boolean;
  readonly addFailure: Failure | null;
  more(): Promise<void>;
}

/** A list that comes in pages: the first at once, the others when somebody asks for more. */
export interface Paged<P extends Page> extends More {
  readonly first: P | null;
  readonly items: P['items'];
  readonly failure: Failure | null;
  readonly loading: boolean;
  /** Fetches the first page again. */
  retry(): void;
}

/**
 * Fetches the first page at once and again whenever something reactive that `load` reads changes;
 * the pages after it are then forgotten. Call it while a component is being made.
 */
export function paged<P extends Page>(
  load: (after: string | undefined, signal?: AbortSignal) => Promise<P>,
): Paged<P> {
  const first = resource((signal) => load(undefined, signal));
  let later = $state.raw<{ follows: P; pages: P[] } | null>(null);
  let adding = $state(false);
  let addFailure = $state.raw<Failure | null>(null);

  const pages = $derived(
    first.value === null
      ? []
      : [first.value, ...(later?.follows === first.value ? later.pages : [])],
  );
  const next = $derived(pages.at(-1)?.next ?? null);
  const items = $derived(pages.flatMap((page) => page.items));

  async function more(): Promise<void> {
    const follows = first.value;
    if (follows === null || next === null || adding) return;
    const before = pages.slice(1);
    adding = true;
    addFailure = null;
    try {
      const page = await load(next);
      later = { follows, pages: [...before, page] };
    } catch (cause) {
      addFailure = cause instanceof Failure ? cause : new Failure('unexpected', 0, null);
    }
    adding = false;
  }

  return {
    get first() {
      return first.value;
    },
    get items() {
      return items;
    },
    get failure() {
      return first.failure;
    },
    get loading() {
      return first.loading;
    },
    get hasMore() {
      return next !== null;
    },
    get adding() {
      return adding;
    },
    get addFailure() {
      return addFailure;
    },
    retry: first.retry,
    more,
  };
}
