/** What is attached to the claims of one submission; shared by the rows of its indicators. */
import { getContext, setContext } from 'svelte';
import { del, get, put, type Schemas } from '../../api/client';
import { resource, type Resource } from '../../api/resource.svelte';
import { session } from '../../lib/session.svelte';
import type { Claims } from '../claims/claims.svelte';

export type Evidence = Schemas['Evidence'];
export type ClaimEvidence = Schemas['ClaimEvidence'];
export type AttachedItem = ClaimEvidence['items'][number];

const KEY = Symbol('attached');
const ROUTE = '/api/v1/submissions/{id}/claims/{indicator}/evidence/{evidence}';

export class Attached {
  readonly #claims: () => Claims;
  readonly #list: Resource<Map<string, ClaimEvidence>>;
  /** The evidence that is being looked at. */
  looking = $state.raw<string | null>(null);
  /** What was done last, for those who listen, and where. */
  told = $state.raw<{ indicator: string; text: string } | null>(null);

  readonly submission = $derived.by(() => this.#claims().seen.submission);
  readonly region = $derived.by(() => this.#claims().seen.region);
  /** Whose the evidence becomes; null: the region's own. */
  readonly unit = $derived.by(() => this.#claims().seen.innovation?.unit ?? null);
  readonly readable = $derived.by(() => {
    const target = { region: this.region, unit: this.unit ?? undefined };
    return this.changeable || session.may('read_evidence', target);
  });
  readonly changeable = $derived.by(() => {
    const { allowed, region } = this.#claims().seen;
    if (this.unit === null) return session.may('share_evidence', { region });
    return allowed?.includes('attach_evidence') ?? false;
  });

  /** Call it while a component is being made. */
  constructor(claims: () => Claims) {
    this.#claims = claims;
    this.#list = resource(async (signal) => {
      if (!this.readable) return new Map();
      const path = { id: this.submission };
      const answer = await get('/api/v1/submissions/{id}/evidence', { path }, signal);
      return new Map(answer.items.map((item) => [item.indicator, item]));
    });
  }

  get loading(): boolean {
    return this.#list.loading;
  }
  get failure() {
    return this.#list.failure;
  }
  retry(): void {
    this.#list.retry();
  }

  of(indicator: string): AttachedItem[] {
    return this.#list.value?.get(indicator)?.items ?? [];
  }

  async attach(indicator: string, evidence: string): Promise<ClaimEvidence> {
    return this.#take(await put(ROUTE, this.#at(indicator, evidence), {}));
  }

  async detach(indicator: string, evidence: string): Promise<ClaimEvidence> {
    return this.#take(await del(ROUTE, this.#at(indicator, evidence)));
  }

  #at(indicator: string, evidence: string) {
    return { path: { id: this.submission, indicator, evidence } };
  }

  /** A change of evidence is a change of the claim: it may wait for a verdict again. */
  async #take(answer: ClaimEvidence): Promise<ClaimEvidence> {
    this.#list.set(new Map(this.#list.value ?? []).set(answer.indicator, answer));
    const claims = this.#claims();
    const path = { id: this.submission };
    const newer = await get('/api/v1/submissions/{id}', { path }).catch(() => null);
    if (newer && newer.submission === claims.seen.submission) claims.seen = newer;
    return answer;
  }
}

export function provideAttached(claims: () => Claims): Attached {
  return setContext(KEY, new Attached(claims));
}

/** Undefined where no submission is being worked on. */
export function useAttached(): Attached | undefined {
  return getContext(KEY);
}
