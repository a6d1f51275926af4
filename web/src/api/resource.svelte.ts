import { untrack } from 'svelte';
import { session } from '../lib/session.svelte';
import { Failure } from './client';

/** Something fetched: what it holds, whether it is being fetched, and why it failed. */
export interface Resource<T> {
  readonly value: T | null;
  readonly failure: Failure | null;
  readonly loading: boolean;
  /** Fetches again, keeping what is shown until the answer is here. */
  retry(): void;
  /** Replaces the value by one that is known to be newer. */
  set(value: T): void;
}

function asFailure(cause: unknown): Failure {
  return cause instanceof Failure ? cause : new Failure('unexpected', 0, null);
}

/**
 * Fetches at once and again whenever something reactive that `load` reads before its first
 * wait changes. The older call is aborted. Call it while a component is being made.
 */
export function resource<T>(load: (signal: AbortSignal) => Promise<T>): Resource<T> {
  let value = $state.raw<T | null>(null);
  let failure = $state.raw<Failure | null>(null);
  let loading = $state(true);
  let attempt = $state(0);

  $effect(() => {
    void attempt;
    const abort = new AbortController();
    loading = true;
    load(abort.signal)
      .then((answer) => {
        if (abort.signal.aborted) return;
        value = answer;
        failure = null;
        loading = false;
      })
      .catch((cause: unknown) => {
        if (abort.signal.aborted) return;
        failure = asFailure(cause);
        loading = false;
      });
    return () => abort.abort();
  });

  // What was refused because nobody was signed in is asked for again once somebody is.
  $effect(() => {
    if (session.entries === 0) return;
    untrack(() => {
      if (failure?.status === 401) attempt++;
    });
  });

  return {
    get value() {
      return value;
    },
    get failure() {
      return failure;
    },
    get loading() {
      return loading;
    },
    retry: () => attempt++,
    set: (newer) => (value = newer),
  };
}
