import type { Schemas } from '../../api/client';
import type { Indicator } from '../../api/rulesets';

export type EvidenceKind = Schemas['EvidenceKind'];

export const KINDS: EvidenceKind[] = [
  'pdf',
  'jpg',
  'png',
  'webp',
  'mp4',
  'docx',
  'xlsx',
  'pptx',
  'link',
];
const PICTURES = ['jpg', 'png', 'webp'];

/** What the rules of a year ask of evidence for one indicator. */
export interface Asked {
  /** Kinds that are taken. */
  kinds: string[];
  /** Years of the document's date, the widest window; null: the rules name none. */
  window: [number, number] | null;
  /** Who must have signed, each once. */
  signers: string[];
}

/** Without an indicator anything may be added; it is attached to claims later. */
export const ANYTHING: Asked = { kinds: KINDS, window: null, signers: [] };

export function askedOf(indicator: Indicator, year: number): Asked {
  const rows = indicator.evidence;
  if (rows.length === 0) return ANYTHING;
  return {
    kinds: [...new Set(rows.flatMap(({ files }) => files))],
    window: [
      year + Math.min(...rows.map(({ years }) => years[0] ?? 0)),
      year + Math.max(...rows.map(({ years }) => years[1] ?? 0)),
    ],
    signers: [...new Set(rows.map(({ signer }) => signer).filter(Boolean))],
  };
}

/** The kind that the ending of a file's name says; empty without one. */
export function endingOf(name: string): string {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return ending === 'jpeg' ? 'jpg' : ending;
}

/** What a file chooser offers, for example `.pdf,.jpg,.jpeg`. */
export function choosable(asked: Asked): string {
  const files = asked.kinds.filter((kind) => kind !== 'link');
  return files.flatMap((kind) => (kind === 'jpg' ? ['.jpg', '.jpeg'] : [`.${kind}`])).join(',');
}

export function takesFiles(asked: Asked): boolean {
  return asked.kinds.some((kind) => kind !== 'link');
}

export function takesPictures(asked: Asked): boolean {
  return asked.kinds.some((kind) => PICTURES.includes(kind));
}

/** Kinds as people read them: `PDF, JPG, PNG`. */
export function written(kinds: readonly string[]): string {
  return kinds.map((kind) => kind.toUpperCase()).join(', ');
}

/** A title to begin with: the file's name without its ending, words apart. */
export function titleOf(name: string): string {
  return name
    .replace(/\.[a-z0-9]+$/i, '')
    .replace(/[_]+/g, ' ')
    .trim();
}

/** Whether a date, `2026-05-02`, lies outside the years that count. */
export function isOutside(date: string, asked: Asked): boolean {
  const year = Number(date.slice(0, 4));
  if (!asked.window || !date || year < 1900) return false; // still being typed
  return year < asked.window[0] || year > asked.window[1];
}
