/**
 * Figures and dates as people write them. Points and indices arrive as decimal strings with
 * two places and are only ever handled as whole hundredths, never as binary fractions.
 */
import { language, type Language } from '../i18n/language.svelte';

const MARKS: Record<Language, { decimal: string; thousands: string }> = {
  id: { decimal: ',', thousands: '.' },
  en: { decimal: '.', thousands: ',' },
};
const MONTHS: Record<Language, string[]> = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
};
const MINUS = '\u2212';

/** `"50.62"` as 5062. Throws on anything that is not a decimal with two places. */
export function hundredths(text: string): number {
  const match = /^(-?)([0-9]+)\.([0-9]{2})$/.exec(text);
  if (!match) throw new Error(`not a decimal with two places: ${text}`);
  const size = Number(match[2]) * 100 + Number(match[3]);
  return match[1] ? 0 - size : size;
}

/** 5062 as `"50.62"`, the way the API writes it. */
export function fromHundredths(value: number): string {
  const size = Math.abs(value);
  const places = String(size % 100).padStart(2, '0');
  return `${value < 0 ? '-' : ''}${Math.trunc(size / 100)}.${places}`;
}

/** `a - b` of two decimals, exactly. */
export function minus(a: string, b: string): string {
  return fromHundredths(hundredths(a) - hundredths(b));
}

/** A whole number with its thousands marked: `36.742`. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, MARKS[language.current].thousands);
}

/** A decimal as people write it: `50,62`. */
export function decimal(text: string): string {
  const value = hundredths(text);
  const size = Math.abs(value);
  const places = String(size % 100).padStart(2, '0');
  const whole = count(Math.trunc(size / 100));
  return `${value < 0 ? MINUS : ''}${whole}${MARKS[language.current].decimal}${places}`;
}

/** A decimal without places when they are zero: `63`, but `62,50`. */
export function plain(text: string): string {
  return hundredths(text) % 100 === 0 ? count(hundredths(text) / 100) : decimal(text);
}

/** An effect with its sign: `+0,12`, `−0,12`, `0,00`. */
export function effect(text: string): string {
  return `${hundredths(text) > 0 ? '+' : ''}${decimal(text)}`;
}

/** Where a figure stands between 0 and `of`, in percent for a bar's width. For pictures only. */
export function share(text: string, of: string): number {
  const whole = hundredths(of);
  if (whole <= 0) return 0;
  return Math.min(100, Math.max(0, (hundredths(text) * 100) / whole));
}

/** `2026-05-02` as `2 Mei 2026`. */
export function date(text: string): string {
  const [year, month, day] = text.split('-').map(Number);
  return `${day} ${MONTHS[language.current][(month ?? 1) - 1]} ${year}`;
}

/** A time of day as `10.42`. */
export function clock(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(at.getHours())}${language.current === 'id' ? '.' : ':'}${two(at.getMinutes())}`;
}

/** The day of a time of the API where the reader is, as `2026-05-02`. */
export function dayOf(text: string): string {
  const at = new Date(text);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** A time of the API, `2026-05-02T03:42:00Z`, as `2 Mei 2026, 10.42` where the reader is. */
export function moment(text: string): string {
  return `${date(dayOf(text))}, ${clock(new Date(text))}`;
}

const SPANS: Record<Language, { hour: string; minute: string; second: string }> = {
  id: { hour: 'jam', minute: 'menit', second: 'detik' },
  en: { hour: 'h', minute: 'min', second: 's' },
};

/** Seconds to wait, in the two largest parts that are not zero: `1 menit 20 detik`. */
export function span(seconds: number): string {
  const words = SPANS[language.current];
  const parts: [number, string][] = [
    [Math.trunc(seconds / 3600), words.hour],
    [Math.trunc(seconds / 60) % 60, words.minute],
    [seconds % 60, words.second],
  ];
  const told = parts.filter(([size]) => size > 0).slice(0, 2);
  return told.map(([size, word]) => `${size} ${word}`).join(' ') || `0 ${words.second}`;
}

/** The size of a file: `812 KB`, `12,4 MB`. */
export function size(bytes: number): string {
  if (bytes < 1_000_000) return `${count(Math.ceil(bytes / 1000))} KB`;
  const tenths = Math.round(bytes / 100_000);
  return `${count(Math.trunc(tenths / 10))}${MARKS[language.current].decimal}${tenths % 10} MB`;
}

/** Whole Rupiah as people write them: `Rp125.000.000`. */
export function rupiah(amount: number): string {
  return `Rp${count(amount)}`;
}

/** Whole days from `today` until a date; 0 on the day itself, negative after it. */
export function daysUntil(text: string, today: Date): number {
  const midnight = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  return Math.round((Date.parse(`${text}T00:00:00Z`) - midnight) / 86_400_000);
}
