import { describe, expect, it } from 'vitest';
import {
  anchor,
  assumptionOf,
  found,
  grouped,
  isLink,
  lastOf,
  officialCount,
  partOfWhole,
  stretches,
  yearFromT,
} from './ruleset';
import { indicator, ruleset } from './samples';

describe('indicators by aspect and variable', () => {
  it('keeps the order of the rules and gathers a variable that comes back later', () => {
    const groups = grouped([
      indicator('1', { variable: 'Institusi' }),
      indicator('16', { aspect: 'innovation', variable: 'Infrastruktur' }),
      indicator('19', { aspect: 'innovation', variable: 'Kecanggihan Produk' }),
      indicator('20', { aspect: 'innovation', variable: 'Infrastruktur' }),
    ]);
    const shape = groups.map((group) => [
      group.aspect,
      group.variables.map((variable) => variable.indicators.map((one) => one.id)),
    ]);
    expect(shape).toEqual([
      ['government', [['1']]],
      ['innovation', [['16', '20'], ['19']]],
    ]);
  });
  it('counts rows 5a and 5b as one indicator, and the computed number as one', () => {
    const rules = ruleset({ indicators: ['4', '5a', '5b', '16'].map((id) => indicator(id)) });
    expect(officialCount(rules)).toBe(4);
  });
});

describe('search in the indicators', () => {
  const all = [
    indicator('5b', { name: { id: 'Tingkat pengangguran terbuka', en: 'Open unemployment rate' } }),
    indicator('16', {
      levels: ['SK Kepala Daerah', 'Peraturan Kepala Daerah', 'Peraturan Daerah'],
    }),
  ];
  it.each([
    ['', ['5b', '16']],
    ['16', ['16']],
    ['TERBUKA pengangguran', ['5b']],
    ['unemployment', ['5b']],
    ['peraturan daerah', ['16']],
    ['tidak ada', []],
  ])('"%s" finds %j', (search, ids) => {
    expect(found(all, search).map((one) => one.id)).toEqual(ids);
  });
});

describe('classes on the scale from 0 to 100', () => {
  const classes = [
    { name: 'Sangat Inovatif', from: '65.01' },
    { name: 'Inovatif', from: '40.01' },
    { name: 'Kurang Inovatif', from: '0.01' },
    { name: 'Tidak Dapat Dinilai', from: '0.00' },
  ];
  it('stand next to each other and fill it', () => {
    const found = stretches(classes);
    expect(found.map((one) => one.name)).toEqual(classes.map((one) => one.name).reverse());
    expect(found.reduce((sum, one) => sum + one.width, 0)).toBeCloseTo(100, 9);
    expect(found[2]).toMatchObject({ name: 'Inovatif', start: 40.01 });
  });
  it.each([
    ['Sangat Inovatif', 10000],
    ['Inovatif', 6500],
    ['Kurang Inovatif', 4000],
    ['Tidak Dapat Dinilai', 0],
  ])('%s ends at %i hundredths', (name, last) => {
    expect(lastOf(classes, name)).toBe(last);
  });
});

it('finds the assumption beside a value, and none beside a solid one', () => {
  const text = { id: 'Pilihan program.', en: 'The choice of the program.' };
  const rules = ruleset({
    assumptions: [
      { of: 'indicators.5b.evidence', text },
      { of: 'classes.Sangat Inovatif.from', text },
    ],
  });
  expect(assumptionOf(rules, 'indicators.5b', 'evidence')).toEqual(text);
  expect(assumptionOf(rules, 'classes.Sangat Inovatif', 'from')).toEqual(text);
  expect(assumptionOf(rules, 'indicators.5b', 'weight')).toBeNull();
  expect(assumptionOf(rules, 'indicators.5', 'evidence')).toBeNull();
});

it.each([
  [-2, 'T-2'],
  [0, 'T-0'],
  [1, 'T+1'],
])('the year %i away from T is written %s', (offset, text) => {
  expect(yearFromT(offset)).toBe(text);
});

it.each([
  ['63.00', 2520],
  ['111.00', 4440],
  ['76.00', 3040],
])('%s of 250 is %i hundredths of a percent', (part, percent) => {
  expect(partOfWhole(part, '250.00')).toBe(percent);
});

it.each([
  ['https://gatra.com/news-565910', true],
  ['salinan umum', false],
  ['javascript:alert(1)', false],
])('the address %s can be opened: %s', (address, opens) => {
  expect(isLink(address)).toBe(opens);
});

it('gives every variable a place of its own on the page', () => {
  expect(anchor('innovation', 'Kecanggihan Produk')).toBe('innovation-kecanggihan-produk');
  expect(anchor('innovation', 'Jumlah Inovasi & Hasil Kreatif')).toBe(
    'innovation-jumlah-inovasi-hasil-kreatif',
  );
});
