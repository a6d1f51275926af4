import { describe, expect, it } from 'vitest';
import { unit } from './samples';
import { coverage, narrowed, ranks, sortFrom, verifiedPercent } from './standing';

describe('verified share of the claims', () => {
  it.each([
    [0, 0, null],
    [3, 0, 0],
    [3, 1, 33],
    [200, 199, 99],
    [200, 200, 100],
  ])('of %i claims %i verified: %s percent', (claims, claims_verified, percent) => {
    expect(verifiedPercent({ claims, claims_verified })).toBe(percent);
  });
});

describe('ranks', () => {
  it('are shared by equals, and the next one is skipped', () => {
    const units = [5, 3, 3, 1].map((innovations, at) => unit(`Dinas ${at}`, { innovations }));
    expect(ranks(units, 'innovations')).toEqual([1, 2, 2, 4]);
  });
  it('compare verified shares exactly, not by their rounded percent', () => {
    const units = [
      unit('A', { claims: 3, claims_verified: 2 }),
      unit('B', { claims: 6, claims_verified: 4 }),
      unit('C', { claims: 300, claims_verified: 199 }),
    ];
    expect(ranks(units, 'verified')).toEqual([1, 1, 3]);
  });
  it('pass over units that have nothing to be ranked by', () => {
    const none = unit('Kecamatan Salo', { innovations: 0, claims: 0, maturity_claimed: null });
    expect(ranks([unit('A'), none], 'innovations')).toEqual([1, null]);
    expect(ranks([unit('A'), none], 'maturity')).toEqual([1, null]);
    expect(ranks([unit('A'), none], 'verified')).toEqual([1, null]);
  });
  it('are not given in a list sorted by name', () => {
    expect(ranks([unit('A'), unit('B')], 'name')).toEqual([null, null]);
  });
});

describe('search', () => {
  const units = [
    unit('Dinas Kesehatan'),
    unit('Kecamatan Kampar Kiri', { innovations: 0 }),
    unit('Kecamatan Kampar Kiri Hulu'),
  ];
  const names = (search: string, only: 'all' | 'without' = 'all') =>
    narrowed(units, search, only).map((one) => one.unit);

  it('finds every word in any order, no matter the case', () => {
    expect(names('kiri KAMPAR')).toEqual(['Kecamatan Kampar Kiri', 'Kecamatan Kampar Kiri Hulu']);
  });
  it('leaves only units without an innovation where asked', () => {
    expect(names('', 'without')).toEqual(['Kecamatan Kampar Kiri']);
    expect(names('hulu', 'without')).toEqual([]);
  });
});

it('falls back to the first sort when the address holds nonsense', () => {
  expect(sortFrom('verified')).toBe('verified');
  expect(sortFrom('lateness')).toBe('innovations');
  expect(sortFrom(null)).toBe('innovations');
});

it('counts the innovating units of each kind that occurs', () => {
  const units = [
    unit('Dinas Kesehatan'),
    unit('Inspektorat', { innovations: 0 }),
    unit('Kecamatan Salo', { kind: 'sub_district', innovations: 0 }),
  ];
  expect(coverage(units)).toEqual([
    { kind: 'agency', total: 2, innovating: 1 },
    { kind: 'sub_district', total: 1, innovating: 0 },
  ]);
});
