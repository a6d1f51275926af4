import { describe, expect, it } from 'vitest';
import { meanOver, moveInGrid, shade, shadeRange, SHADES, weakest } from './heat';

describe('shade of a mean level', () => {
  it.each([
    [null, null],
    ['0.00', 0],
    ['0.01', 1],
    ['0.50', 1],
    ['0.51', 2],
    ['1.33', 3],
    ['2.50', 5],
    ['2.51', 6],
    ['3.00', 6],
  ])('%s is drawn in shade %s', (mean, expected) => {
    expect(shade(mean)).toBe(expected);
  });

  it('has a range for every shade, one after the other, up to level 3', () => {
    const ranges = Array.from({ length: SHADES }, (_, step) => shadeRange(step));
    ranges.slice(1).forEach(([first], at) => expect(first).toBe(ranges[at]![1] + 1));
    expect(ranges[SHADES - 1]![1]).toBe(300);
  });
});

describe('weakest indicators of a unit', () => {
  const indicators = ['16', '17', '18', '19'];

  it('come lowest first, equals in national order', () => {
    const found = weakest(['2.00', '0.50', '1.00', '0.50'], indicators, 3);
    expect(found.map((one) => one.indicator)).toEqual(['17', '19', '18']);
  });
  it('leave out what is full and what nobody counts', () => {
    expect(weakest(['3.00', null, '2.99', '3.00'], indicators, 3)).toEqual([
      { indicator: '18', mean: '2.99' },
    ]);
  });
  it('are none in a unit without counted innovations', () => {
    expect(weakest([null, null, null, null], indicators, 3)).toEqual([]);
  });
});

describe('mean over all units', () => {
  it('weighs each unit by its counted innovations', () => {
    const units = [
      { counted: 3, mean_levels: ['3.00', '0.00'] },
      { counted: 1, mean_levels: ['1.00', '0.50'] },
      { counted: 0, mean_levels: [null, null] },
    ];
    expect(meanOver(units, 2)).toEqual([250, 13]); // 0.125 rounds half up
  });
  it('is nothing where nothing is counted', () => {
    expect(meanOver([{ counted: 0, mean_levels: [null] }], 1)).toEqual([null]);
  });
});

describe('keys inside the heat map', () => {
  const size = { rows: 2, columns: 3 };
  it.each([
    ['ArrowRight', { row: 0, column: 2 }, { row: 0, column: 2 }],
    ['ArrowLeft', { row: 0, column: 2 }, { row: 0, column: 1 }],
    ['ArrowDown', { row: 0, column: 1 }, { row: 1, column: 1 }],
    ['ArrowUp', { row: 0, column: 1 }, { row: 0, column: 1 }],
    ['Home', { row: 1, column: 2 }, { row: 1, column: 0 }],
    ['End', { row: 1, column: 0 }, { row: 1, column: 2 }],
  ])('%s from %o leads to %o', (key, at, expected) => {
    expect(moveInGrid(key, at, size)).toEqual(expected);
  });
  it('leaves other keys to the browser', () => {
    expect(moveInGrid('Tab', { row: 0, column: 0 }, size)).toBeNull();
  });
});
