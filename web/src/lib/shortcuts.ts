/** Single keys that do something: not while somebody types, and not for who has turned them off. */
const KEPT_AS = 'jalur.shortcuts';
const TYPING = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], dialog *';

export function shortcutsOn(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== 'off';
  } catch {
    return true; // storage may be forbidden
  }
}

export function useShortcuts(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEPT_AS);
    else localStorage.setItem(KEPT_AS, 'off');
  } catch {
    // Holds until the page is closed then.
  }
}

/** The key that was pressed as a shortcut, in lower case; null when it was meant for something else. */
export function shortcut(event: KeyboardEvent): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return null;
  if (event.target instanceof Element && event.target.matches(TYPING)) return null;
  return event.key.toLowerCase();
}
