import { describe, expect, it } from 'vitest';
import { profile } from './fixture';
import { given, inputOf, isDegrees, rupiahOf, wordsIn, wordsOf } from './input';

describe('money as people type it', () => {
  it.each([
    ['125000000', 125_000_000],
    ['125.000.000', 125_000_000],
    ['Rp 125.000.000', 125_000_000],
    ['0', 0],
    ['12,50', null],
    ['seratus juta', null],
    ['-5', null],
  ])('%s is %s', (text, amount) => {
    expect(rupiahOf(text)).toBe(amount);
  });
});

it.each([
  ['-0.335', 90, true],
  ['101.025000', 180, true],
  ['101.0', 90, false],
  ['0,335', 90, false],
  ['0.1234567', 90, false],
] as const)('%s within %s is degrees: %s', (text, most, right) => {
  expect(isDegrees(text, most)).toBe(right);
});

it('counts words as the program does: what stands between spaces', () => {
  expect(wordsIn(' satu\tdua\n\ntiga, empat-lima ')).toBe(4);
  expect(wordsIn('')).toBe(0);
  expect(wordsOf(inputOf(profile({ design: { free: 'a b', problem: 'c' } })).design)).toBe(3);
});

it('sends what it was given, and what cannot be read as the server has it', () => {
  const seen = profile({ budget: 5, digital: true, latitude: '0.5', theme: 'asta_cita_4' });
  const input = { ...inputOf(seen), budget: 'banyak', theme: '' };
  expect(given(input, seen)).toMatchObject({
    revision: 1,
    budget: 5,
    digital: true,
    latitude: '0.5',
    theme: null,
    asta_cita: [],
  });
});
