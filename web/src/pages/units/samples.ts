// Units and indicators for the tests of this folder.
import type { Unit } from './standing';

export function unit(name: string, values: Partial<Unit> = {}): Unit {
  return {
    unit: name,
    kind: 'agency',
    innovations: 1,
    counted: 1,
    maturity_claimed: '70.00',
    maturity_verified: null,
    claims: 20,
    claims_verified: 0,
    mean_levels: ['1.00', '2.00'],
    ...values,
  };
}

export const indicators = [
  {
    id: '16',
    short_name: { id: 'Regulasi', en: 'Regulation' },
    name: { id: 'Regulasi inovasi daerah', en: 'Regulation that names the innovation' },
  },
  {
    id: '17',
    short_name: { id: 'SDM', en: 'People' },
    name: { id: 'Ketersediaan SDM', en: 'People who run the innovation' },
  },
];
