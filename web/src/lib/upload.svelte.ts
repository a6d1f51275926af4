/**
 * One file on its way to the server over a line that may break. Waits while there is no network,
 * asks how far it came and goes on there; also after a reload, when the same file is chosen again.
 */
import { Failure } from '../api/client';
import { arrived, begin, drop, send } from './tus';

/** Forgotten with the drafts when somebody signs out. */
const KEPT_AS = 'jalur.draft.upload.';

/** Bytes sent at a time: few at first, so that a slow line shows progress; more on a fast one. */
const PIECE = { first: 256 * 1024, least: 64 * 1024, most: 4 * 1024 * 1024 };
/** A piece that took less, in milliseconds, may be doubled; one that took longer is halved. */
const TOOK = { short: 1500, long: 12_000 };
/** Rests between tries, in milliseconds; the last one for all that follow. */
const RESTS = [1000, 2000, 4000, 8000, 15_000, 30_000];

export type UploadState = 'sending' | 'waiting' | 'paused' | 'failed' | 'sent';

/** What makes a file chosen again the same one. */
function fingerprint(region: string, file: File): string {
  return `${KEPT_AS}${region}.${file.name}.${file.size}.${file.lastModified}`;
}

function recalled(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // storage may be forbidden; the upload then lasts as long as the page
  }
}

function remember(name: string, upload: string | null): void {
  try {
    if (upload === null) localStorage.removeItem(name);
    else localStorage.setItem(name, upload);
  } catch {
    // Not kept then.
  }
}

/** Whether it may pass by itself: the network, a busy server. */
function passes(cause: unknown): boolean {
  if (!(cause instanceof Failure)) return true; // the line was silent for too long
  return cause.kind === 'offline' || [408, 423, 429].includes(cause.status) || isBusy(cause);
}

/** The bytes did not begin where the upload ends, or another call still sends. */
function isMisplaced(cause: unknown): boolean {
  return cause instanceof Failure && cause.status === 409;
}

function isBusy(cause: Failure): boolean {
  return cause.status >= 500 && cause.status !== 507; // 507: the disk is full
}

function isGone(cause: unknown): boolean {
  return cause instanceof Failure && (cause.status === 404 || cause.status === 410);
}

/** Rests; a network that comes back, or whoever pauses, ends it early. */
function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    window.addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}

export class Upload {
  state = $state<UploadState>('paused');
  /** Bytes that the server has. */
  sent = $state(0);
  failure = $state.raw<Failure | null>(null);
  /** Id of the upload at the server, once there is one. */
  id = $state.raw<string | null>(null);
  /** Whether it went on with what had arrived before. */
  resumed = $state(false);
  /** Bytes per millisecond, of late. */
  #speed = $state(0);
  #piece = PIECE.first;
  #tries = 0;
  #stop: AbortController | null = null;
  readonly #name: string;

  constructor(
    readonly region: string,
    readonly file: File,
  ) {
    this.#name = fingerprint(region, file);
    this.id = recalled(this.#name);
  }

  /** Seconds that the rest will take; null: not to be told yet. */
  get left(): number | null {
    if (this.#speed <= 0) return null;
    return Math.ceil((this.file.size - this.sent) / this.#speed / 1000);
  }

  /** Sends, or goes on sending, until it is all there, refused or paused. */
  async start(): Promise<void> {
    if (this.#stop || this.state === 'sent') return;
    const stop = (this.#stop = new AbortController());
    this.failure = null;
    this.state = 'sending';
    await this.#run(stop.signal);
    if (this.#stop === stop) this.#stop = null;
  }

  /** Stops sending; what has arrived stays at the server for a day. */
  pause(): void {
    this.#stop?.abort();
    this.#stop = null;
    if (this.state === 'sending' || this.state === 'waiting') this.state = 'paused';
  }

  /** Gives it up; what has arrived is thrown away, and if that fails it ends by itself. */
  async cancel(): Promise<void> {
    this.pause();
    const upload = this.id;
    this.forget();
    if (upload !== null) await drop(this.region, upload).catch(() => undefined);
  }

  /** The server has made something of it, or it is not wanted: the same file begins anew. */
  forget(): void {
    this.id = null;
    remember(this.#name, null);
  }

  async #run(signal: AbortSignal): Promise<void> {
    let placed = false; // whether `sent` is what the server has
    while (!signal.aborted) {
      try {
        if (!placed) this.sent = await this.#place(signal);
        placed = true;
        if (signal.aborted) return;
        if (this.sent >= this.file.size) return void (this.state = 'sent');
        this.state = 'sending';
        await this.#next(signal);
      } catch (cause) {
        if (signal.aborted) return;
        placed = false;
        if (!(await this.#mayGoOn(cause, signal))) return;
      }
    }
  }

  /** Where to go on: what the server has of it, or nothing when it begins. */
  async #place(signal: AbortSignal): Promise<number> {
    if (this.id !== null) {
      try {
        const offset = await arrived(this.region, this.id, signal);
        this.resumed ||= offset > 0;
        return offset;
      } catch (cause) {
        if (!isGone(cause)) throw cause;
      }
    }
    this.id = await begin(this.region, this.file, signal);
    remember(this.#name, this.id);
    return 0;
  }

  async #next(signal: AbortSignal): Promise<void> {
    const from = this.sent;
    const bytes = this.file.slice(from, from + this.#piece);
    const began = performance.now();
    this.sent = await send(this.region, this.id!, from, bytes, signal);
    this.#measure(this.sent - from, performance.now() - began);
    this.#tries = 0;
  }

  #measure(bytes: number, milliseconds: number): void {
    const speed = bytes / Math.max(1, milliseconds);
    this.#speed = this.#speed === 0 ? speed : 0.7 * this.#speed + 0.3 * speed;
    if (milliseconds < TOOK.short) this.#piece = Math.min(PIECE.most, this.#piece * 2);
    if (milliseconds > TOOK.long) this.#piece = Math.max(PIECE.least, this.#piece / 2);
  }

  async #mayGoOn(cause: unknown, signal: AbortSignal): Promise<boolean> {
    const misplaced = this.id !== null && (isMisplaced(cause) || isGone(cause));
    if (!passes(cause) && !misplaced) {
      this.failure = cause instanceof Failure ? cause : null;
      this.state = 'failed';
      return false;
    }
    this.state = 'waiting';
    this.#piece = PIECE.first;
    const asked = cause instanceof Failure && cause.wait ? cause.wait * 1000 : 0;
    const own = RESTS[Math.min(this.#tries++, RESTS.length - 1)]!;
    await rest(Math.max(asked, own), signal);
    return !signal.aborted;
  }
}
