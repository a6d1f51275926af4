/** How much of what the reader is told they have not read; asked again while the page is in view. */
import { untrack } from 'svelte';
import { Failure, get, type Schemas } from '../api/client';
import { count } from './format';
import { session } from './session.svelte';

type NoticePage = Schemas['NoticePage'];

/** Milliseconds from one question to the next. */
const EVERY = 60_000;
/** The server counts no further than to one more. */
const MOST = 99;

class Notices {
  /** Whether the server has said how many there are. */
  known = $state(false);
  unread = $state(0);
  /** Sequence of the newest notice; 0: none that is known of. */
  newest = $state(0);
  /** Grows whenever there is more to read than before; not by what was there at the start. */
  arrivals = $state(0);
  readonly shown = $derived(this.unread > MOST ? `${MOST}+` : count(this.unread));

  /** Asks now and then until it is stopped; what it knows is then forgotten. */
  watch(): () => void {
    const stop = new AbortController();
    const look = () => void untrack(() => this.#look(stop.signal));
    const timer = setInterval(look, EVERY);
    document.addEventListener('visibilitychange', look, { signal: stop.signal });
    look();
    return () => {
      stop.abort();
      clearInterval(timer);
      this.forget();
    };
  }

  /** Somebody else reads from now on, or nobody. */
  forget(): void {
    this.known = false;
    this.unread = 0;
    this.newest = 0;
    this.arrivals = 0;
  }

  /** Takes over what the newest page says. */
  take({ unread, items }: NoticePage): void {
    if (this.known && unread > this.unread) this.arrivals++;
    this.known = true;
    this.unread = unread;
    this.newest = Math.max(this.newest, items[0]?.sequence ?? 0);
  }

  async #look(signal: AbortSignal): Promise<void> {
    if (document.hidden || session.expired) return;
    try {
      this.take(await get('/api/v1/me/notices', { query: { limit: 1 } }, signal));
    } catch (cause) {
      if (signal.aborted || cause instanceof Failure) return; // the number stays; soon it is asked again
      throw cause;
    }
  }
}

export const notices = new Notices();
