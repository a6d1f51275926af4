/**
 * A profile while somebody fills it in: saved by itself when the typing rests, one save after the
 * other; what the server has not got yet is kept on this device.
 */
import { Failure, get, put } from '../../api/client';
import { Draft } from '../../lib/draft.svelte';
import { given, inputOf, type Profile, type ProfileInput } from './input';

/** Typing rests this long before it is sent; a failed line is tried again. Milliseconds. */
const REST = 1200;
const AGAIN = 8000;
const ROUTE = '/api/v1/submissions/{id}/profile';

export type FormState = 'same' | 'unsaved' | 'saving' | 'offline' | 'refused' | 'conflict';

interface Kept {
  revision: number;
  input: ProfileInput | null;
}

export class ProfileForm {
  /** As the server last answered. */
  seen = $state.raw<Profile>() as Profile;
  value = $state<ProfileInput>() as ProfileInput;
  state = $state<FormState>('same');
  failure = $state.raw<Failure | null>(null);
  savedAt = $state.raw<Date | null>(null);
  /** What somebody else saved meanwhile. */
  theirs = $state.raw<Profile | null>(null);
  /** Something typed on an earlier visit was found. */
  restored = $state(false);
  readonly #draft: Draft<Kept>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving = false;
  /** Grows with every change, so that an answer knows whether it is still the newest. */
  #changes = 0;

  constructor(profile: Profile, person: string) {
    this.seen = profile;
    this.value = inputOf(profile);
    this.#draft = new Draft<Kept>(`profile.${profile.submission}.${person}`, () => ({
      revision: 0,
      input: null,
    }));
    this.#restore();
  }

  readonly editable = $derived.by(() => this.seen.may.includes('edit'));

  #restore(): void {
    const { input, revision } = this.#draft.value;
    if (!input || !this.editable) return;
    this.value = { ...this.value, ...input };
    this.restored = true;
    this.#changes++;
    if (revision === this.seen.revision) return this.#rest(REST);
    this.theirs = this.seen;
    this.state = 'conflict';
  }

  /** Something was typed or chosen. */
  changed(): void {
    this.#changes++;
    this.#draft.value = { revision: this.seen.revision, input: $state.snapshot(this.value) };
    this.#draft.keep();
    if (this.state === 'conflict') return;
    if (!this.#saving) this.state = 'unsaved';
    this.#rest(REST);
  }

  #rest(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), milliseconds);
  }

  /** Saves what stands in the form now. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#saving || this.state === 'conflict' || !this.editable) return;
    this.#saving = true;
    this.state = 'saving';
    const sent = this.#changes;
    const failure = await this.#send(sent);
    this.#saving = false;
    if (failure) await this.#failed(failure);
    else if (sent !== this.#changes) this.#rest(REST);
  }

  async #send(sent: number): Promise<Failure | null> {
    try {
      const path = { id: this.seen.submission };
      this.seen = await put(ROUTE, { path }, given($state.snapshot(this.value), this.seen));
    } catch (cause) {
      if (cause instanceof Failure) return cause;
      throw cause;
    }
    this.failure = null;
    this.savedAt = new Date();
    this.state = 'same';
    if (sent === this.#changes) this.#draft.drop();
    return null;
  }

  async #failed(failure: Failure): Promise<void> {
    const meanwhile = failure.problem?.errors.some(({ field }) => field === 'revision');
    if (failure.status === 409 && meanwhile) return this.#meet();
    this.failure = failure;
    const passes = failure.kind === 'offline' || failure.status >= 500 || failure.status === 429;
    this.state = passes ? 'offline' : 'refused';
    if (passes) this.#rest(AGAIN);
  }

  /** Fetches what stands against what was typed. */
  async #meet(): Promise<void> {
    try {
      this.theirs = await get(ROUTE, { path: { id: this.seen.submission } });
      this.state = 'conflict';
    } catch {
      this.state = 'offline';
      this.#rest(AGAIN);
    }
  }

  /** Of two that met, what was typed here stands. */
  async keepMine(): Promise<void> {
    if (this.theirs) this.seen = this.theirs;
    this.theirs = null;
    this.state = 'unsaved';
    await this.save();
  }

  /** Of two that met, what the other one saved stands. */
  takeTheirs(): void {
    if (this.theirs) this.take(this.theirs);
    this.theirs = null;
    this.restored = false;
    this.state = 'same';
    this.#draft.drop();
  }

  /** Takes over what the server answered to another step: stage, withdrawal. */
  take(profile: Profile): void {
    this.seen = profile;
    this.value = inputOf(profile);
  }

  /** Stops waiting; what is not sent stays on this device. */
  stop(): void {
    clearTimeout(this.#timer);
  }
}
