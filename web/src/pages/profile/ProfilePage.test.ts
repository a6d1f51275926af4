import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Place } from '../../lib/place.svelte';
import { places } from '../../lib/place.svelte';
import { router } from '../../lib/router.svelte';
import { fakeServer, refused, signIn } from '../../lib/samples';
import { affairs, profile, terms, writer } from './fixture';
import type { Profile } from './input';
import ProfilePage from './ProfilePage.svelte';
import RegisterDialog from './RegisterDialog.svelte';

const ROUTE = '/api/v1/submissions/5e/profile';
const GET = `GET ${ROUTE}`;
const PUT = `PUT ${ROUTE}`;
const place: Place = {
  region: '14.01',
  name: 'Kabupaten Kampar',
  kind: 'regency',
  year: 2026,
  ruleset: 'iid-2026',
  illustration: false,
};
const meanwhile = { field: 'revision', text: 'Profil ini diubah orang lain sementara itu.' };

// The form is large and rests before it saves; a busy machine takes its time for both.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 20_000 });
const PATIENT = { timeout: 20_000 };

beforeEach(() => {
  window.scrollTo = () => undefined;
  signIn(writer);
  router.replace('/inovasi/5e/profil?daerah=14.01&tahun=2026');
});

async function show(answers: Record<string, unknown> = {}) {
  const server = fakeServer({
    [GET]: profile(),
    [PUT]: ({ body }: { body: Partial<Profile> & { revision: number } }) =>
      profile({ ...body, revision: body.revision + 1 }),
    'GET /api/v1/reference/profile-terms': terms,
    'GET /api/v1/reference/affairs': affairs,
    ...answers,
  });
  render(ProfilePage, { place });
  await screen.findByRole('heading', { name: 'Identitas' });
  return server;
}

const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const saved = () => screen.findByText(/^✓ Tersimpan/);

describe('the profile form', () => {
  it('counts the words of all parts together while they are typed', async () => {
    await show();
    await type('Permasalahan', 'Obat datang\nterlambat tiga hari.');
    await type('Cara kerja', '  Kurir  mengantar. ');
    expect(screen.getByText('7 dari 300 kata')).toBeTruthy();
    expect(screen.getByText('kurang 293 kata')).toBeTruthy();
  });

  it('saves itself when the typing rests, with the revision, and says when', async () => {
    const server = await show();
    await type('Tujuan', 'Obat tiba dalam satu hari.');
    await type('Anggaran (Rupiah)', 'Rp125.000.000');
    expect(screen.getByText('Terbaca Rp125.000.000')).toBeTruthy();
    await saved();
    expect(server.sent(PUT)).toHaveLength(1);
    expect(server.sent(PUT)[0]).toMatchObject({
      revision: 1,
      name: 'Antar Obat',
      affairs: [2],
      aims: 'Obat tiba dalam satu hari.',
      budget: 125_000_000,
      digital: null,
      theme: null,
    });
    expect(localStorage.length).toBe(0);
    await type('Manfaat', 'Warga.');
    await vi.waitFor(() => expect(server.sent(PUT)[1]).toMatchObject({ revision: 2 }), PATIENT);
  });

  it('offers the themes of its year and other affairs', async () => {
    const server = await show();
    const themes = within(screen.getByLabelText('Tematik')).getAllByRole('option');
    expect(themes.map((theme) => theme.textContent)).toEqual(['Pilih', 'Asta Cita 4']);
    const other = screen.getByLabelText('Urusan lain yang beririsan');
    await fireEvent.change(other, { target: { value: '16' } });
    await saved();
    expect(server.sent(PUT)[0]).toMatchObject({ affairs: [2, 16] });
    await fireEvent.click(screen.getByRole('button', { name: /^Hapus Komunikasi/ }));
    await vi.waitFor(() => expect(server.sent(PUT)[1]).toMatchObject({ affairs: [2] }), PATIENT);
  });

  it('says beside the field what cannot be read, and saves the rest', async () => {
    const server = await show();
    await type('Lintang', '0,335');
    await type('Hasil', 'Dari 3 hari menjadi 1 hari.');
    expect(screen.getByText(/^Tulis dengan titik/)).toBeTruthy();
    await saved();
    expect(server.sent(PUT)[0]).toMatchObject({
      latitude: null,
      results: 'Dari 3 hari menjadi 1 hari.',
    });
  });

  it('says beside the field what the server refuses', async () => {
    const wrong = { field: 'video', text: 'Alamat harus dimulai dengan https://.' };
    await show({ [PUT]: () => refused(422, [wrong]) });
    await type('Tautan video', 'ftp://x');
    await screen.findByText('Belum tersimpan. Perbaiki yang ditandai.');
    expect(screen.getByLabelText('Tautan video').getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps what was not sent on this device and sends it on the next visit', async () => {
    const offline = () => {
      throw new TypeError('Failed to fetch');
    };
    const server = await show({ [PUT]: offline });
    await type('Tujuan', 'Obat tiba cepat.');
    await screen.findByText(/^Belum terkirim/);
    cleanup();
    server.answers[PUT] = profile({ revision: 2, aims: 'Obat tiba cepat.' });
    render(ProfilePage, { place });
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Tujuan')).value).toBe(
      'Obat tiba cepat.',
    );
    await saved();
    expect(localStorage.length).toBe(0);
  });

  it('lets two who saved at once choose which one stands', async () => {
    const server = await show({ [PUT]: () => refused(409, [meanwhile]) });
    server.answers[GET] = profile({ revision: 5, aims: 'Milik orang lain.' });
    await type('Tujuan', 'Milik saya.');
    await screen.findByText(/baru saja diubah orang lain/);
    server.answers[PUT] = profile({ revision: 6, aims: 'Milik saya.' });
    await fireEvent.click(screen.getByRole('button', { name: 'Pakai isian saya' }));
    await saved();
    expect(server.sent(PUT).at(-1)).toMatchObject({ revision: 5, aims: 'Milik saya.' });
  });

  it('is only for reading once it is handed in', async () => {
    await show({ [GET]: profile({ state: 'submitted', may: [] }) });
    expect(screen.getByLabelText<HTMLInputElement>('Nama inovasi').disabled).toBe(true);
    expect(screen.getByText(/^Hanya untuk dibaca/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Tarik inovasi ini' })).toBeNull();
  });
});

describe('a step to the next stage', () => {
  it('asks for its date and decree, and shows them', async () => {
    const STEP = 'POST /api/v1/submissions/5e/stage';
    const decree = {
      kind: 'head_decision',
      number: '12',
      date: '2026-01-05',
      title: 'Uji coba Antar Obat',
    };
    const step = {
      from: 'initiative' as const,
      to: 'trial' as const,
      on: '2026-02-01',
      decree,
      reason: '',
      at: '2026-02-01T01:00:00Z',
      by: 'Olan Contoh',
    };
    const server = await show({
      [STEP]: profile({ stage: 'trial', steps: [step], trial_on: '2026-02-01' }),
    });
    await fireEvent.click(screen.getByRole('button', { name: 'Naik ke Uji coba' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.queryByRole('option', { name: 'Peraturan Daerah' })).toBeNull();
    await fireEvent.click(dialog.getByRole('button', { name: 'Simpan langkah' }));
    expect(server.sent(STEP)).toEqual([]);
    const put = (label: string, value: string) =>
      fireEvent.input(dialog.getByLabelText(label), { target: { value } });
    await put('Mulai tanggal', '2026-02-01');
    await put('Nomor', '12');
    await put('Tanggal', '2026-01-05');
    await put('Tentang', 'Uji coba Antar Obat');
    await fireEvent.click(dialog.getByRole('button', { name: 'Simpan langkah' }));
    await screen.findByText('Sekarang di tahap Uji coba.');
    expect(server.sent(STEP)).toEqual([{ to: 'trial', on: '2026-02-01', decree, reason: '' }]);
    expect(screen.getByText(/12, Uji coba Antar Obat/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Waktu uji coba').value).toBe('2026-02-01');
  });
});

it('a withdrawal needs a reason and can be undone', async () => {
  const ROUTE = '/api/v1/submissions/5e/withdrawal';
  const server = await show({
    [`POST ${ROUTE}`]: profile({ withdrawn: true, may: ['restore'] }),
    [`DELETE ${ROUTE}`]: profile(),
  });
  await fireEvent.click(screen.getByRole('button', { name: 'Tarik inovasi ini' }));
  await fireEvent.click(screen.getByRole('button', { name: 'Ya, tarik' }));
  expect(server.sent(`POST ${ROUTE}`)).toEqual([]);
  await type('Alasan penarikan', 'Digabung dengan inovasi lain.');
  await fireEvent.click(screen.getByRole('button', { name: 'Ya, tarik' }));
  await fireEvent.click(await screen.findByRole('button', { name: 'Urungkan penarikan' }));
  await screen.findByText('Penarikan diurungkan.');
});

it('carrying over shows first what is kept and what must be renewed', async () => {
  const ROUTE = '/api/v1/submissions/5e/carry-over';
  places.years = [place, { ...place, year: 2027 }];
  const carried = {
    from_submission: '5e',
    from_year: 2026,
    to_year: 2027,
    to_ruleset: 'iid-2027',
    submission: null,
    name: 'Antar Obat',
    unit: 'Dinas Kesehatan',
    exclusion: null,
    claims: [
      {
        indicator: '16',
        short_name: { id: 'Regulasi', en: '' },
        level: 3,
        starts_at: 3,
        reason: null,
      },
      {
        indicator: '17',
        short_name: { id: 'SDM', en: '' },
        level: 2,
        starts_at: 0,
        reason: 'Kata berubah.',
      },
    ],
    evidence: [
      { evidence: 'e-1', title: 'SK lama', indicator: '17', counts: false, reason: 'Tahun 2022.' },
    ],
  };
  const server = await show({
    [`GET ${ROUTE}`]: carried,
    [`POST ${ROUTE}`]: { ...carried, submission: '6f' },
  });
  await fireEvent.click(screen.getByRole('button', { name: 'Lanjutkan ke tahun berikutnya' }));
  await screen.findByText('✓ 1 parameter tetap');
  expect(screen.getByText('Kata berubah.')).toBeTruthy();
  expect(screen.getByText('Tahun 2022.')).toBeTruthy();
  expect(server.asked.at(-1)?.query).toBe('?to_year=2027');
  await fireEvent.click(screen.getByRole('button', { name: 'Buat draf 2027' }));
  const link = await screen.findByRole('link', { name: 'Buka drafnya' });
  expect(link.getAttribute('href')).toBe('/inovasi/6f/profil?daerah=14.01&tahun=2027');
});

it('registering needs four answers, keeps them, and leads to the form', async () => {
  const MADE = 'POST /api/v1/regions/14.01/years/2026/innovations';
  const tree = ['Dinas Kesehatan', 'Dinas Pendidikan'].map((name, number) => ({
    id: `u-${number}`,
    name,
    kind: 'agency',
    parent: null,
    active: true,
  }));
  const below = { id: 'u-9', name: 'Puskesmas Salo', kind: 'health_centre', parent: 'u-0' };
  const server = fakeServer({
    'GET /api/v1/regions/14.01/unit-tree': { items: [...tree, { ...below, active: true }] },
    'GET /api/v1/reference/affairs': affairs,
    [MADE]: () => Response.json(profile({ submission: '7a' }), { status: 201 }),
  });
  render(RegisterDialog, { place, close: () => undefined });
  await screen.findByRole('option', { name: /Puskesmas Salo/ });
  expect(screen.queryByRole('option', { name: 'Dinas Pendidikan' })).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Buat draf dan lanjutkan' }));
  expect(screen.getAllByText('Isi bagian ini.')).toHaveLength(2);
  await type('Nama inovasi', 'Antar Obat');
  expect(localStorage.length).toBe(1);
  await screen.findByRole('option', { name: '2 Kesehatan' });
  await fireEvent.change(screen.getByLabelText('Urusan utama'), { target: { value: '2' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Buat draf dan lanjutkan' }));
  await vi.waitFor(() => expect(router.here).toBe('/inovasi/7a/profil?daerah=14.01&tahun=2026'));
  expect(server.sent(MADE)).toEqual([
    { name: 'Antar Obat', unit: 'Dinas Kesehatan', stage: 'initiative', affair: 2 },
  ]);
  expect(localStorage.length).toBe(0);
});
