import { expect, it } from 'vitest';
import { ordered, type UnitNode } from './units';

const unit = (id: string, name: string, parent: string | null, active = true): UnitNode => ({
  id,
  name,
  kind: 'agency',
  parent,
  active,
  merged_into: null,
});
const shown = (units: UnitNode[]) =>
  ordered(units).map(({ unit: { name }, depth }) => `${'-'.repeat(depth)}${name}`);

it('puts units behind the one above them, by name', () => {
  const units = [
    unit('p', 'Puskesmas Salo', 'k'),
    unit('k', 'Dinas Kesehatan', null),
    unit('b', 'Bappeda', null),
    unit('q', 'Puskesmas Bangkinang', 'k'),
  ];
  expect(shown(units)).toEqual([
    'Bappeda',
    'Dinas Kesehatan',
    '-Puskesmas Bangkinang',
    '-Puskesmas Salo',
  ]);
});

it('leaves closed units out and keeps those below them', () => {
  const units = [unit('k', 'Dinas Lama', null, false), unit('p', 'Puskesmas Salo', 'k')];
  expect(shown(units)).toEqual(['Puskesmas Salo']);
});
