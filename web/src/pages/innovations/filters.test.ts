import { expect, it } from 'vitest';
import { filters, narrowing } from './filters';

it('reads the filters from the address', () => {
  const query = new URLSearchParams('cari= obat &tahap=trial&status=draft&urut=maturity&unit=RSUD');
  expect(filters(query)).toEqual({
    q: 'obat',
    unit: 'RSUD',
    stage: 'trial',
    state: 'draft',
    sort: 'maturity',
  });
  expect(narrowing(query)).toBe(4);
});

it('takes an unknown value for none, so that a mistyped address still shows the list', () => {
  const query = new URLSearchParams('tahap=someday&status=&urut=luck');
  expect(filters(query)).toEqual({});
});
