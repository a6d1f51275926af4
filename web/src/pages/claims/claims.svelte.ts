/**
 * The claims of one submission while somebody works on them. A choice shows at once and is saved
 * in the background, one after the other; a save that fails puts the level back and says why.
 */
import { Failure, get, put, type Schemas } from '../../api/client';
import type { Indicator, Ruleset } from '../../api/rulesets';
import { fromHundredths, hundredths } from '../../lib/format';
import { session } from '../../lib/session.svelte';

type Submission = Schemas['Submission'];
export type Claim = Schemas['SubmissionClaim'];
type Level = Schemas['Level'];

/** A level that could not be saved, and why. */
export interface Refused {
  level: Level;
  failure: Failure;
}

interface Change {
  indicator: string;
  from: Level;
}

/** Arrow keys pass over levels on their way; only where they rest is saved. Milliseconds. */
const REST = 400;
/** Changes that can be undone. */
const MOST_UNDO = 50;

export class Claims {
  /** As the server last answered. */
  seen = $state.raw<Submission>() as Submission;
  /** Levels shown before the server has confirmed them. */
  #wanted = $state.raw<Record<string, Level>>({});
  refused = $state.raw<Record<string, Refused>>({});
  waiting = $state(0);
  savedAt = $state.raw<Date | null>(null);
  #done = $state.raw<Change[]>([]);
  #line: Promise<void> = Promise.resolve();
  #rest = new Map<string, ReturnType<typeof setTimeout>>();
  /** The claimed index when the page was opened. */
  readonly opened: string;

  constructor(
    submission: Submission,
    readonly rules: Ruleset,
  ) {
    this.seen = submission;
    this.opened = submission.claimed.index;
  }

  /**
   * Whether the reader may change the levels: by the server's word, and by the year's calendar,
   * after whose last day only the coordinator changes anything, and after its lock nobody.
   */
  readonly editable = $derived.by(() => {
    const { allowed, innovation, course } = this.seen;
    if (course.phase === 'locked') return false;
    if (!innovation) return allowed.includes('edit_government');
    return (
      allowed.includes('edit_claims') &&
      (course.phase === 'open' || allowed.includes('manage_year'))
    );
  });

  /** Whether the reader may see what is said and done about the claims, and what is missing. */
  readonly followed = $derived.by(() => {
    const { allowed, region, innovation } = this.seen;
    // Units below an own one are own ones too, which only the server can tell.
    return allowed.length > 0 || session.may('read_drafts', { region, unit: innovation?.unit });
  });

  /** The newest change that can be taken back. */
  readonly last = $derived(this.#done.at(-1) ?? null);

  readonly rows = $derived.by(() => {
    const claims = new Map(this.seen.claims.map((claim) => [claim.indicator, claim]));
    return this.rules.indicators
      .filter(({ id }) => claims.has(id))
      .map((indicator) => ({
        indicator,
        claim: this.#shown(claims.get(indicator.id)!, indicator),
      }));
  });

  /** Points of the shown levels: maturity of an innovation, or the government's sum. */
  readonly points = $derived.by(() => {
    const sum = this.rows.reduce((all, { claim }) => all + hundredths(claim.points), 0);
    return fromHundredths(sum);
  });

  #shown(claim: Claim, indicator: Indicator): Claim {
    const level = this.#wanted[indicator.id] ?? claim.level;
    if (level === claim.level) return claim;
    const points = fromHundredths(hundredths(indicator.weight) * level);
    return { ...claim, level, points };
  }

  levelOf(indicator: string): Level {
    return this.#wanted[indicator] ?? this.#confirmed(indicator);
  }

  #confirmed(indicator: string): Level {
    return this.seen.claims.find((claim) => claim.indicator === indicator)?.level ?? 0;
  }

  /** Claims a level and saves it. */
  choose(indicator: string, level: Level): void {
    this.#stopResting(indicator);
    const from = this.#confirmed(indicator);
    this.#show(indicator, level);
    this.#queue(indicator, level, () => this.#remember({ indicator, from }));
  }

  /** Claims a level with the keyboard: shown at once, saved when the keys have rested. */
  settle(indicator: string, level: Level): void {
    this.#stopResting(indicator);
    this.#show(indicator, level);
    this.#rest.set(
      indicator,
      setTimeout(() => this.choose(indicator, level), REST),
    );
  }

  /** Fetches the submission again: something besides the levels has changed. */
  async refresh(): Promise<void> {
    const path = { id: this.seen.submission };
    this.seen = await get('/api/v1/submissions/{id}', { path });
  }

  /** Tries a refused level again. */
  retry(indicator: string): void {
    const refused = this.refused[indicator];
    if (refused) this.choose(indicator, refused.level);
  }

  /** Takes the newest saved change back. */
  undo(): void {
    const change = this.#done.at(-1);
    if (!change) return;
    this.#done = this.#done.slice(0, -1);
    this.#stopResting(change.indicator);
    this.#show(change.indicator, change.from);
    this.#queue(change.indicator, change.from, () => undefined);
  }

  #stopResting(indicator: string): void {
    clearTimeout(this.#rest.get(indicator));
    this.#rest.delete(indicator);
  }

  #remember(change: Change): void {
    this.#done = [...this.#done, change].slice(-MOST_UNDO);
  }

  #show(indicator: string, level: Level): void {
    this.#wanted = { ...this.#wanted, [indicator]: level };
    const { [indicator]: _, ...others } = this.refused;
    this.refused = others;
  }

  #queue(indicator: string, level: Level, saved: () => void): void {
    this.waiting++;
    this.#line = this.#line.then(() => this.#save(indicator, level, saved));
  }

  async #save(indicator: string, level: Level, saved: () => void): Promise<void> {
    try {
      const path = { id: this.seen.submission, indicator };
      const answer = await put('/api/v1/submissions/{id}/claims/{indicator}', { path }, { level });
      this.#take(answer);
      saved();
      this.savedAt = new Date();
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      this.refused = { ...this.refused, [indicator]: { level, failure: cause } };
    } finally {
      this.waiting--;
      this.#settleShown(indicator, level);
    }
  }

  /** Once nothing newer is under way for it, an indicator shows what the server holds. */
  #settleShown(indicator: string, level: Level): void {
    if (this.#wanted[indicator] !== level || this.#rest.has(indicator)) return;
    const { [indicator]: _, ...others } = this.#wanted;
    this.#wanted = others;
  }

  #take(answer: Schemas['SavedClaim']): void {
    const claims = this.seen.claims.map((claim) =>
      claim.indicator === answer.claim.indicator
        ? { ...claim, ...answer.claim, claim_revision: answer.revision }
        : claim,
    );
    const { maturity, claimed, verified } = answer;
    this.seen = { ...this.seen, claims, maturity, claimed, verified };
  }
}
