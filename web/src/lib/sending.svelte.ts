import { Failure } from '../api/client';

/** Something on its way to the server, one at a time, and why it failed the last time. */
export class Sending {
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);

  /** Does it; null when it failed, or when the one before is still under way. */
  async run<A>(work: () => Promise<A>): Promise<A | null> {
    if (this.busy) return null;
    this.busy = true;
    this.failure = null;
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      this.failure = cause;
      return null;
    } finally {
      this.busy = false;
    }
  }
}
