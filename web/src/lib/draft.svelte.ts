/**
 * What somebody has typed into a form, kept on this device until it is sent, so that a reload or
 * a lost session costs nothing. Signing out removes all of it.
 */
const KEPT_AS = 'jalur.draft.';

function stored<T extends object>(name: string): Partial<T> | null {
  try {
    const text = localStorage.getItem(KEPT_AS + name);
    return text === null ? null : (JSON.parse(text) as Partial<T>);
  } catch {
    return null; // storage may be forbidden, or hold what an older version wrote
  }
}

export class Draft<T extends object> {
  value = $state() as T;
  savedAt = $state.raw<Date | null>(null);
  /** Whether something typed earlier was found. */
  readonly found: boolean;

  constructor(
    readonly name: string,
    readonly empty: () => T,
  ) {
    const kept = stored<T>(name);
    this.found = kept !== null;
    this.value = { ...empty(), ...kept };
  }

  /** Keeps what stands in the form now. */
  keep(): void {
    try {
      localStorage.setItem(KEPT_AS + this.name, JSON.stringify(this.value));
      this.savedAt = new Date();
    } catch {
      this.savedAt = null;
    }
  }

  /** Forgets it: it was sent, or is not wanted. */
  drop(): void {
    this.value = this.empty();
    this.savedAt = null;
    try {
      localStorage.removeItem(KEPT_AS + this.name);
    } catch {
      // Nothing was kept then.
    }
  }
}

/** Forgets every draft on this device. */
export function dropDrafts(): void {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(KEPT_AS));
    for (const name of names) localStorage.removeItem(name);
  } catch {
    // Nothing was kept then.
  }
}
