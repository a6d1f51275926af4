/** The language of the screen. Indonesian unless the reader chose English. */
export type Language = 'id' | 'en';

/** The same words in both languages; also the shape in which the API sends them. */
export interface Text<T = string> {
  id: T;
  en: T;
}

const KEPT_AS = 'jalur.language';

function kept(): Language {
  try {
    return localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'id';
  } catch {
    return 'id'; // storage may be forbidden; the page still works
  }
}

export const language = $state<{ current: Language }>({ current: kept() });

/** Changes the language everywhere at once and remembers it on this device. */
export function speak(chosen: Language): void {
  language.current = chosen;
  document.documentElement.lang = chosen;
  try {
    localStorage.setItem(KEPT_AS, chosen);
  } catch {
    // Not remembered; the choice holds until the page is closed.
  }
}

/** The half of a text that the reader understands. Reactive. */
export function say<T>(text: Text<T>): T {
  return text[language.current];
}
