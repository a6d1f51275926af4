import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Place } from '../../lib/place.svelte';
import { router } from '../../lib/router.svelte';
import { fakeServer, signIn } from '../../lib/samples';
import { rules } from '../claims/fixture';
import EvidencePage from './EvidencePage.svelte';
import { curator, evidence, prover, validity } from './fixture';

const LIST = 'GET /api/v1/regions/14.01/evidence';
const place: Place = {
  region: '14.01',
  name: 'Kabupaten Kampar',
  kind: 'regency',
  year: 2023,
  ruleset: 'iid-2023',
  illustration: false,
};
const page = (items = [evidence()]) => ({ items, next: null, total: items.length });
const detail = (used = true) => ({
  evidence: evidence(),
  attachments: used
    ? [
        {
          submission: 's-1',
          year: 2023,
          name: 'Antar Obat',
          unit: 'Dinas Kesehatan',
          indicator: '16',
          attached_at: '2026-05-02T03:42:00Z',
          validity: validity(),
        },
      ]
    : [],
});

beforeEach(() => {
  window.scrollTo = () => undefined;
  signIn(prover);
  router.replace('/data-dukung');
});

it('is narrowed by the address', async () => {
  const server = fakeServer({ [LIST]: page() });
  router.ask({ cari: 'obat', jenis: 'pdf', unit: 'Dinas Kesehatan' });
  render(EvidencePage, { place });
  await screen.findByText('1 dari 1 data dukung');
  const asked = server.asked.find(({ call }) => call === LIST)!;
  expect(asked.query).toBe('?q=obat&unit=Dinas+Kesehatan&kind=pdf');
  await fireEvent.click(screen.getByLabelText('Terakhir dihitung 2023'));
  await vi.waitFor(() => expect(server.asked.at(-1)?.query).toMatch(/stops_after=2023/));
  expect(router.query.get('berakhir')).toBe('2023');
});

it('says the next step when there is none, and when none fits', async () => {
  fakeServer({ [LIST]: page([]) });
  const { unmount } = render(EvidencePage, { place });
  await screen.findByText('Belum ada data dukung');
  unmount();
  router.ask({ cari: 'tidak ada' });
  render(EvidencePage, { place });
  await fireEvent.click(await screen.findByRole('button', { name: 'Hapus saringan' }));
  await screen.findByText('Belum ada data dukung');
});

it('shows pages as pictures and where a piece is used', async () => {
  fakeServer({ [LIST]: page(), 'GET /api/v1/regions/14.01/evidence/e-1': detail() });
  render(EvidencePage, { place });
  await fireEvent.click(await screen.findByRole('button', { name: /SK Kepala Dinas/ }));
  const dialog = within(await screen.findByRole('dialog', { name: /SK Kepala Dinas/ }));
  const picture = await dialog.findByRole<HTMLImageElement>('img');
  expect(picture.getAttribute('src')).toBe('/api/v1/regions/14.01/evidence/e-1/pages/1');
  await fireEvent.click(dialog.getByRole('button', { name: 'Halaman berikutnya' }));
  expect(picture.getAttribute('src')).toBe('/api/v1/regions/14.01/evidence/e-1/pages/2');
  await fireEvent.error(picture);
  expect(dialog.getByText(/belum dapat ditampilkan/)).toBeTruthy();
  expect(dialog.getByRole('link', { name: 'Antar Obat' }).getAttribute('href')).toBe(
    '/inovasi/s-1?daerah=14.01&tahun=2023#indikator-16',
  );
  expect(dialog.queryByRole('button', { name: 'Pasang ke banyak inovasi' })).toBeNull();
});

it('reaches many innovations in one step and says how many', async () => {
  signIn(curator);
  const innovations = ['Antar Obat', 'Kampar Mengaji', 'Pasar Tani'].map((name, number) => ({
    submission: `s-${number}`,
    name,
    unit: 'Dinas Kesehatan',
  }));
  const SHARE = 'POST /api/v1/regions/14.01/evidence/e-1/attachments';
  const ofInnovations = rules.indicators.map((one) => ({ ...one, aspect: 'innovation' }));
  const server = fakeServer({
    [LIST]: page(),
    'GET /api/v1/regions/14.01/evidence/e-1': detail(false),
    'GET /api/v1/regions/14.01/unit-tree': { items: [] },
    'GET /api/v1/rulesets/iid-2023': { ...rules, indicators: ofInnovations },
    'GET /api/v1/regions/14.01/years/2023/innovations': { items: innovations, next: null },
    [SHARE]: { attached: 2, already: 0 },
  });
  router.ask({ satu: 'e-1' });
  render(EvidencePage, { place });
  await fireEvent.click(await screen.findByRole('button', { name: 'Pasang ke banyak inovasi' }));
  await fireEvent.click(await screen.findByLabelText(/Pasar Tani/));
  await fireEvent.click(screen.getByRole('button', { name: 'Pasang ke 2 klaim' }));
  await screen.findByText('Terpasang pada 2 klaim. 0 klaim sudah memilikinya.');
  expect(server.sent(SHARE)).toEqual([
    { year: 2023, indicator: '16', submissions: ['s-0', 's-1'] },
  ]);
});
