import type { Failure, Schemas } from '../../api/client';

export type Imported = Schemas['PeopleImport']['items'][number];

/** As the server takes it; bytes. */
const MOST = 1024 * 1024;

/** Why a file need not be sent: the name of the sentence that says so; null when it may go. */
export function unfit(file: File): 'notWorkbook' | 'empty' | 'tooLarge' | null {
  if (!file.name.toLowerCase().endsWith('.xlsx')) return 'notWorkbook';
  if (file.size === 0) return 'empty';
  return file.size > MOST ? 'tooLarge' : null;
}

/** What is wrong in one place of the workbook; the place is empty for what closes the list. */
export interface Fault {
  /** `B3`, or the name of a sheet. */
  place: string;
  isCell: boolean;
  value: string;
  texts: string[];
}

/** A refusal by places of the workbook; empty when it is about something else. */
export function faultsOf(failure: Failure | null): Fault[] {
  const errors = failure?.problem?.errors ?? [];
  if (!errors.some(({ field }) => field.startsWith('Orang'))) return [];
  const faults = new Map<string, Fault>();
  for (const { field, value, text } of errors) {
    const known = faults.get(field);
    if (known) known.texts.push(text);
    else faults.set(field, { ...placeOf(field), value, texts: [text] });
  }
  return [...faults.values()];
}

function placeOf(field: string): Pick<Fault, 'place' | 'isCell'> {
  const cell = /^Orang!([A-Z]+\d+)$/.exec(field)?.[1];
  return { place: cell ?? field, isCell: cell !== undefined };
}

/** The link as it is sent to somebody. */
export function fullLink(link: string): string {
  return new URL(link, location.origin).href;
}

function rows(items: Imported[]): string[][] {
  return items.map(({ person, link }) => [person.name, person.email, fullLink(link ?? '')]);
}

/** To be pasted into a message or a sheet: one line for each person, columns by tabs. */
export function pasteable(items: Imported[]): string {
  return rows(items)
    .map((cells) => cells.join('\t'))
    .join('\n');
}

/** As the other CSV files of the program: what a spreadsheet would run gets a quote before it. */
function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** UTF-8 with its mark, so that Excel reads names right. */
export function csv(headings: string[], items: Imported[]): string {
  const lines = [headings, ...rows(items)].map((cells) => cells.map(csvCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
