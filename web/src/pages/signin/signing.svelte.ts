import { del, post } from '../../api/client';
import { Sending } from '../../lib/sending.svelte';
import { session } from '../../lib/session.svelte';

/** Signing in: the password, then the code where one is asked for. */
export class Signing {
  readonly sending = new Sending();
  /** Seconds to wait before the next try; 0: none. */
  wait = $state(0);

  /** `entered` is called once the person is signed in. */
  constructor(readonly entered: () => void) {}

  password(email: string, password: string): Promise<void> {
    return this.#try(() => post('/api/v1/session', {}, { email: email.trim(), password }));
  }

  code(code: string): Promise<void> {
    return this.#try(() => post('/api/v1/session/second-factor', {}, { code }));
  }

  /** Gives the half-finished session up, to sign in as somebody else. */
  giveUp(): Promise<void> {
    return this.#try(() => del('/api/v1/session', {}));
  }

  async #try(how: () => Promise<typeof session.seen>): Promise<void> {
    const answer = await this.sending.run(how);
    this.wait = this.sending.failure?.wait ?? 0;
    if (!answer) return;
    session.take(answer);
    if (answer.signed_in) this.entered();
  }
}
