import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Schemas } from '../../api/client';
import { places } from '../../lib/place.svelte';
import { router } from '../../lib/router.svelte';
import { coordinator, fakeServer, health, refused, signIn } from '../../lib/samples';
import Settings from './Settings.svelte';

const YEAR = '/api/v1/regions/14.01/years/2026';
const calendar: Schemas['Calendar'] = {
  region: '14.01',
  year: 2026,
  phase: 'open',
  days_left: 21,
  opens_on: '2026-03-01',
  closes_on: '2026-07-31',
  extended_to: null,
  locked_at: null,
  lock_reason: null,
  targets: { endorse: 3, verify: 7, answer: 7, object: 14, decide: 14 },
  exceptions: [{ unit: 'u-9', name: 'Kecamatan Salo', until: '2026-08-10', reason: 'Banjir.' }],
};
const rulesets = {
  items: [
    { id: 'iid-2026', year: 2026, title: { id: 'IID 2026', en: 'IID 2026' }, prognosis: false },
    { id: 'iid-2027', year: 2027, title: { id: 'IID 2027', en: 'IID 2027' }, prognosis: true },
  ],
};
const year = (of: number) => ({
  region: '14.01',
  name: 'Kabupaten Kampar',
  kind: 'regency' as const,
  year: of,
  ruleset: 'iid-2026',
  illustration: true,
});

function serve(answers: Record<string, unknown> = {}) {
  return fakeServer({
    [`GET ${YEAR}/calendar`]: calendar,
    'GET /api/v1/rulesets': rulesets,
    'GET /api/v1/regions/14.01/unit-tree': {
      items: [{ ...health, kind: 'agency', parent: null, active: true, merged_into: null }],
    },
    ...answers,
  });
}

beforeEach(() => {
  window.scrollTo = () => undefined;
  signIn(coordinator);
  places.years = [year(2026)];
  places.loading = false;
  router.replace('/pengaturan?bagian=tahun');
});

it('shows how the year stands', async () => {
  serve();
  render(Settings);
  await screen.findByText('Sedang dibuka untuk unit');
  expect(screen.getByText('21 hari lagi')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Hari terakhir').value).toBe('2026-07-31');
  expect(screen.getByText('Kecamatan Salo').parentElement!.textContent).toContain(
    'sampai 10 Agustus 2026',
  );
});

it('saves an extension with its reason, and the targets in days', async () => {
  const server = serve({
    [`PUT ${YEAR}/calendar`]: () => refused(400, [{ field: 'reason', text: 'Tulis alasannya.' }]),
  });
  render(Settings);
  const extended = await screen.findByLabelText('Diperpanjang sampai');
  expect(screen.queryByLabelText('Alasan perpanjangan')).toBeNull();
  await fireEvent.input(extended, { target: { value: '2026-08-15' } });
  const verify = screen.getByLabelText('Putusan verifikator (hari)');
  await fireEvent.input(verify, { target: { value: '0' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Simpan kalender' }));
  await screen.findByText('Isi 1 sampai 365 hari.');
  expect(server.sent(`PUT ${YEAR}/calendar`)).toEqual([]);
  await fireEvent.input(verify, { target: { value: '5' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Simpan kalender' }));
  expect((await screen.findAllByText('Tulis alasannya.')).length).toBeGreaterThan(0);
  await fireEvent.input(screen.getByLabelText('Alasan perpanjangan'), {
    target: { value: 'Ditunda oleh kementerian' },
  });
  server.answers[`PUT ${YEAR}/calendar`] = { ...calendar, extended_to: '2026-08-15' };
  await fireEvent.click(screen.getByRole('button', { name: 'Simpan kalender' }));
  await screen.findByText(/^Tersimpan pukul/);
  expect(server.sent(`PUT ${YEAR}/calendar`).at(-1)).toEqual({
    opens_on: '2026-03-01',
    closes_on: '2026-07-31',
    extended_to: '2026-08-15',
    reason: 'Ditunda oleh kementerian',
    targets: { ...calendar.targets, verify: 5 },
  });
});

it('gives one unit longer, with a reason, and ends that again', async () => {
  const server = serve({
    [`PUT ${YEAR}/calendar/exceptions/u-1`]: calendar,
    [`DELETE ${YEAR}/calendar/exceptions/u-9`]: { ...calendar, exceptions: [] },
  });
  render(Settings);
  await fireEvent.click(await screen.findByRole('button', { name: 'Tambah pengecualian' }));
  const field = screen.getByLabelText('Alasan pengecualian');
  const form = within(field.closest('form')!);
  await fireEvent.input(field, { target: { value: 'Listrik padam dua pekan.' } });
  await fireEvent.click(form.getByRole('button', { name: 'Simpan pengecualian' }));
  expect(await screen.findAllByText('Pilih unit dan isi tanggalnya.')).toHaveLength(2);
  await fireEvent.change(form.getByLabelText('Unit'), { target: { value: 'u-1' } });
  await fireEvent.input(form.getByLabelText('Sampai tanggal'), { target: { value: '2026-08-20' } });
  await fireEvent.click(form.getByRole('button', { name: 'Simpan pengecualian' }));
  await screen.findByRole('button', { name: 'Tambah pengecualian' });
  expect(server.sent(`PUT ${YEAR}/calendar/exceptions/u-1`)).toEqual([
    { until: '2026-08-20', reason: 'Listrik padam dua pekan.' },
  ]);
  await fireEvent.click(screen.getByRole('button', { name: 'Akhiri pengecualian Kecamatan Salo' }));
  await screen.findByText('Belum ada pengecualian.');
});

it('locks the year with a reason, after which nothing can be saved', async () => {
  const server = serve({
    [`POST ${YEAR}/calendar/lock`]: {
      ...calendar,
      phase: 'locked',
      days_left: null,
      locked_at: '2026-09-01T03:00:00Z',
      lock_reason: 'Sudah diserahkan ke kementerian.',
    },
  });
  render(Settings);
  await fireEvent.click(await screen.findByRole('button', { name: 'Kunci tahun ini' }));
  await fireEvent.input(screen.getByLabelText('Alasan mengunci'), {
    target: { value: 'Sudah diserahkan ke kementerian.' },
  });
  await fireEvent.click(screen.getByRole('button', { name: 'Kunci tahun ini' }));
  await screen.findByText(/^Dikunci 1 September 2026/);
  expect(server.sent(`POST ${YEAR}/calendar/lock`)).toEqual([
    { reason: 'Sudah diserahkan ke kementerian.' },
  ]);
  const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Simpan kalender' });
  expect(save.disabled).toBe(true);
  expect(screen.getByRole('button', { name: 'Buka kunci' })).toBeTruthy();
});

it('opens the next year under the rules of that year', async () => {
  const server = serve({
    'POST /api/v1/regions/14.01/years': Response.json(
      { region: '14.01', name: 'Kabupaten Kampar', year: 2027, ruleset: 'iid-2027', units: 61 },
      { status: 201 },
    ),
    'GET /api/v1/home': { region: '14.01', year: 2027 },
    'GET /api/v1/regions': { items: [year(2026), year(2027)], next: null },
    'GET /api/v1/regions/14.01/years/2027/calendar': { ...calendar, year: 2027 },
  });
  render(Settings);
  const rules = await screen.findByLabelText<HTMLSelectElement>('Aturan penilaian');
  await vi.waitFor(() => expect(rules.value).toBe('iid-2027'));
  await fireEvent.click(screen.getByRole('button', { name: 'Buka tahun' }));
  await screen.findByText('Tahun 2027 dibuka dengan 61 unit.');
  expect(server.sent('POST /api/v1/regions/14.01/years')).toEqual([
    { year: 2027, ruleset: 'iid-2027' },
  ]);
  await vi.waitFor(() => expect(router.query.get('tahun')).toBe('2027'));
});
