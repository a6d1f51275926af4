import { expect, it } from 'vitest';
import { assumed, grouped } from './assumptions';

const GIVEN = [
  { of: 'formula.maximum', text: 'A' },
  { of: 'indicators.1.weight', text: 'B' },
  { of: 'indicators.2a.weight', text: 'B' },
  { of: 'indicators.2a.levels', text: 'B' },
];

it('tells each text once, with every row it covers', () => {
  expect(grouped(GIVEN)).toEqual([
    { text: 'A', indicators: [], places: ['formula.maximum'] },
    { text: 'B', indicators: ['1', '2a'], places: [] },
  ]);
});

it('finds whether a value rests on an assumption', () => {
  expect(assumed(GIVEN, 'indicators.2a.')).toBe(true);
  expect(assumed(GIVEN, 'indicators.2.')).toBe(false);
});
