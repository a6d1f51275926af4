import { render, screen } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
import type { Schemas } from '../../api/client';
import { coordinator, signIn } from '../../lib/samples';
import OpenWork from './OpenWork.svelte';

const counts = (values: Partial<Schemas['WorkCounts']>): Schemas['WorkCounts'] => ({
  drafts: 0,
  to_endorse: 0,
  waiting: 0,
  returned: 0,
  objections: 0,
  overdue: 0,
  ...values,
});
const work: Schemas['OpenWork'] = {
  phase: 'open',
  days_left: 21,
  total: counts({ drafts: 3, waiting: 1200, overdue: 9 }),
  units: [
    { unit: 'Dinas Kesehatan', work: counts({ waiting: 40, overdue: 2 }) },
    { unit: 'Dinas Pasar', work: counts({ drafts: 3 }) },
    { unit: 'Kecamatan Salo', work: counts({ waiting: 10, overdue: 7 }) },
  ],
};

beforeEach(() => signIn({ ...coordinator, permissions: { verify: 'region' } }));

it('counts what is open, leads to it, and names who is late, latest first', () => {
  render(OpenWork, { work });
  expect(screen.getByText('9 lewat batas waktu')).toBeTruthy();
  expect(screen.getByText('1.200').parentElement!.textContent).toContain('klaim menunggu putusan');
  expect(screen.queryByText('menunggu pengesahan')).toBeNull();
  expect(screen.getAllByRole('link').map((one) => one.getAttribute('href'))).toEqual([
    '/inovasi?status=draft',
    '/antrean',
    '/inovasi?unit=Kecamatan+Salo',
    '/inovasi?unit=Dinas+Kesehatan',
  ]);
  expect(screen.getByText('7 terlambat dari 10')).toBeTruthy();
});

it('leads nobody to where they may do nothing', () => {
  signIn({ ...coordinator, permissions: {} });
  render(OpenWork, { work });
  expect(screen.queryByRole('link', { name: 'klaim menunggu putusan' })).toBeNull();
});

it('says when nothing is open', () => {
  render(OpenWork, { work: { ...work, total: counts({}), units: [] } });
  expect(screen.getByText('Tidak ada pekerjaan yang terbuka.')).toBeTruthy();
  expect(screen.getByText('tidak ada yang terlambat')).toBeTruthy();
});
