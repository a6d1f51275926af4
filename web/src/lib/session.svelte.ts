/**
 * Who is signed in and what they may do, as the server says. The screens only show less by it;
 * what is allowed is decided by the server at every call.
 */
import { del, Failure, get, whenUnknown, type Schemas } from '../api/client';
import { dropDrafts } from './draft.svelte';
import { router } from './router.svelte';

export type Session = Schemas['Session'];
export type Role = Schemas['Role'];

/** The actions of the table of permissions that a screen asks about. */
export type Action =
  | 'read_figures'
  | 'read_drafts'
  | 'edit_innovation'
  | 'edit_claims'
  | 'edit_government'
  | 'attach_evidence'
  | 'share_evidence'
  | 'read_evidence'
  | 'propose_idea'
  | 'moderate_ideas'
  | 'endorse'
  | 'verify'
  | 'decide_objection'
  | 'manage_year'
  | 'manage_units'
  | 'manage_people'
  | 'read_ledger'
  | 'manage_self';

/** What an action is done to: a region, and in it the unit by its name. */
export interface Target {
  region?: string;
  unit?: string;
}

const NOBODY: Session = {
  signed_in: false,
  second_factor: 'off',
  person: null,
  region: null,
  unit: null,
  grants: [],
  permissions: {},
  sample_people: [],
};

/** To the page that signs in, which leads back to here; it and the links' page are there already. */
function toSignIn(): void {
  if (router.route.page === 'signin' || router.route.page === 'link') return;
  router.replace(router.link('/masuk', { ke: router.here }));
}

class CurrentSession {
  seen = $state.raw<Session>(NOBODY);
  loading = $state(true);
  failure = $state.raw<Failure | null>(null);
  /** The session ended while somebody was at work; the page stays until they have signed in. */
  expired = $state(false);
  /** Grows with every sign-in, so that what was refused before is asked for again. */
  entries = $state(0);
  /** The password was right; the code of the second factor is still missing. */
  codeNeeded = $state(false);
  readonly person = $derived(this.seen.signed_in ? this.seen.person : null);

  /** Asks the server who is signed in. */
  async load(): Promise<void> {
    try {
      this.take(await get('/api/v1/session', {}));
      this.failure = null;
    } catch (cause) {
      this.failure = cause instanceof Failure ? cause : new Failure('unexpected', 0, null);
    }
    this.loading = false;
  }

  /** Takes over a session that the server answered. */
  take(newer: Session): void {
    this.codeNeeded = newer.second_factor === 'needed';
    if (this.codeNeeded && this.expired) return; // the page stays until the code is there
    if (newer.signed_in) this.entries++;
    this.seen = newer;
    this.expired = false;
  }

  /** Whoever's session ended does not sign in again: the page becomes that of a visitor. */
  lapse(): void {
    this.take({ ...NOBODY, sample_people: this.seen.sample_people });
  }

  /** Signs out, forgets what was typed here, and goes to what is open to all. */
  async signOut(): Promise<void> {
    this.take(await del('/api/v1/session', {}));
    dropDrafts();
    router.go('/');
  }

  /** Whether the person may do it, as far as can be told here. */
  may(action: Action, target: Target = {}): boolean {
    const reach = this.seen.permissions[action];
    if (!reach) return false;
    if (reach === 'nation' || reach === 'open_region') return true;
    if (target.region !== undefined && target.region !== this.seen.region) return false;
    return reach === 'region' || target.unit === undefined || this.#holds(target.unit);
  }

  #holds(unit: string): boolean {
    return this.seen.grants.some((grant) => grant.unit?.name === unit);
  }

  /** The server did not know who asked: either nobody is signed in, or no longer. */
  async unknown(): Promise<void> {
    if (this.expired) return;
    if (!this.person) return toSignIn();
    try {
      const now = await get('/api/v1/session', {});
      this.expired = !now.signed_in;
    } catch {
      // Whoever asked tells that the server is out of reach.
    }
  }
}

export const session = new CurrentSession();
whenUnknown(() => void session.unknown());
