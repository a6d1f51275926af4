import { describe, expect, it } from 'vitest';
import {
  classPairs,
  eligibilityPairs,
  figurePair,
  formulaPairs,
  INDICATOR_FIELDS,
  indicatorPairs,
} from './difference';
import { indicator, ruleset } from './samples';

const changedOf = (pairs: { field: string; changed: boolean }[]) =>
  pairs.filter((pair) => pair.changed).map((pair) => pair.field);

describe('indicators side by side', () => {
  it('name the fields that differ, and nothing else', () => {
    const left = ruleset({ indicators: [indicator('1'), indicator('2')] });
    const right = ruleset({
      indicators: [indicator('1', { weight: '2.00', levels: ['a', 'b', 'c'] }), indicator('2')],
    });
    const [first, second] = indicatorPairs(left, right);
    expect(first!.changed).toEqual(['weight', 'levels']);
    expect(second!.changed).toEqual([]);
  });
  it('show a row that only one year has, wherever it stands', () => {
    const left = ruleset({ indicators: [indicator('2a'), indicator('1')] });
    const right = ruleset({ indicators: [indicator('1'), indicator('2b')] });
    const pairs = indicatorPairs(left, right);
    expect(pairs.map((pair) => [pair.id, !!pair.left, !!pair.right])).toEqual([
      ['2a', true, false],
      ['1', true, true],
      ['2b', false, true],
    ]);
    expect(pairs[0]!.changed).toEqual([...INDICATOR_FIELDS]);
  });
  it('do not call a change of sources a change of rules', () => {
    const left = ruleset({ indicators: [indicator('1', { sources: ['A'] })] });
    const right = ruleset({ indicators: [indicator('1', { sources: ['B'] })] });
    expect(indicatorPairs(left, right)[0]!.changed).toEqual([]);
  });
});

describe('formula, classes and eligibility side by side', () => {
  const left = ruleset();
  const right = ruleset({
    formula: { ...left.formula, minimum_divisor: 14, basic_services_required: 6 },
    eligibility: { ...left.eligibility, window: [-3, -1] },
    classes: [{ name: 'Sangat Inovatif', from: '60.01', sources: [] }, ...left.classes.slice(1, 3)],
  });
  it('mark the values that differ', () => {
    expect(changedOf(formulaPairs(left, right))).toEqual([
      'minimum_divisor',
      'basic_services_required',
    ]);
    expect(changedOf(eligibilityPairs(left, right))).toEqual(['window']);
  });
  it('mark moved borders and a class that one side lacks', () => {
    expect(classPairs(left, right)).toEqual([
      { name: 'Sangat Inovatif', left: '65.01', right: '60.01', changed: true },
      { name: 'Inovatif', left: '40.01', right: '40.01', changed: false },
      { name: 'Kurang Inovatif', left: '0.01', right: '0.01', changed: false },
      { name: 'Tidak Dapat Dinilai', left: '0.00', right: null, changed: true },
    ]);
  });
});

describe('which two rulesets the figures are compared under', () => {
  it.each([
    ['iid-2023', 'iid-2023', 'iid-2026', { from: 'iid-2023', to: 'iid-2026', asChosen: true }],
    ['iid-2023', 'iid-2024', 'iid-2026', { from: 'iid-2023', to: 'iid-2026', asChosen: false }],
    ['iid-2023', 'iid-2026', 'iid-2023', { from: 'iid-2023', to: 'iid-2026', asChosen: false }],
    ['iid-2023', 'iid-2023', 'iid-2023', null],
  ])('the data of %s, chosen %s and %s', (own, left, right, expected) => {
    expect(figurePair(own, left, right)).toEqual(expected);
  });
});
