import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { coordinator, fakeServer, signIn } from '../../lib/samples';
import { by } from '../claims/fixture';
import OpenObjections from './OpenObjections.svelte';

it('names the objections that wait, each leading to its claim', async () => {
  signIn(coordinator);
  const objection = {
    reason: 'SK Bupati ada pada halaman 3.',
    by,
    claim_revision: 2,
    due_on: '2026-05-16',
    overdue: true,
    decision: null,
  };
  const item = { submission: 's-1', name: 'Antar Obat', unit: 'Dinas Kesehatan', indicator: '16' };
  fakeServer({
    'GET /api/v1/regions/14.01/years/2026/objections': {
      items: [{ ...item, level: 2, verified_level: 1, objection }],
    },
  });
  const place = {
    region: '14.01',
    name: 'Kabupaten Kampar',
    kind: 'regency' as const,
    year: 2026,
    ruleset: 'iid-2026',
    illustration: true,
  };
  render(OpenObjections, { place });
  const link = await screen.findByRole('link', { name: 'Indikator 16, Antar Obat' });
  expect(link.getAttribute('href')).toBe('/inovasi/s-1#indikator-16');
  expect(screen.getByText('terlambat, batasnya 16 Mei 2026')).toBeTruthy();
});
