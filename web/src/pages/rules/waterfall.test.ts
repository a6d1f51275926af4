import { describe, expect, it } from 'vitest';
import { placeOn, waterfall } from './waterfall';

describe('waterfall from one index to another', () => {
  it('stands each step on the one before and adds up', () => {
    const { steps, rest } = waterfall('50.62', ['-1.33', '0.40', '-7.30'], '42.39');
    expect(steps.map((step) => [step.low, step.high])).toEqual([
      [4929, 5062],
      [4929, 4969],
      [4239, 4969],
    ]);
    expect(rest).toBe(0);
  });
  it('says how much is missing when the steps do not add up', () => {
    expect(waterfall('50.00', ['1.00'], '52.00').rest).toBe(100);
  });
  it('shows a narrow stretch around the figures, never past 0 or 100', () => {
    expect(waterfall('0.50', ['0.00'], '0.50').scale).toEqual({ low: 0, high: 400 });
    expect(waterfall('99.90', ['0.00'], '99.90').scale).toEqual({ low: 9600, high: 10000 });
    const { low, high } = waterfall('50.62', ['-8.00'], '42.62').scale;
    expect(low).toBeLessThan(4262);
    expect(high).toBeGreaterThan(5062);
  });
  it('shows the whole scale when the way is long', () => {
    expect(waterfall('0.00', ['100.00'], '100.00').scale).toEqual({ low: 0, high: 10000 });
  });
});

it('places a figure on its scale in percent', () => {
  expect(placeOn({ low: 4000, high: 6000 }, 5000)).toBe(50);
  expect(placeOn({ low: 4000, high: 6000 }, 7000)).toBe(100);
});
