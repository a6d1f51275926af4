import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Schemas } from '../../api/client';
import { places } from '../../lib/place.svelte';
import { router } from '../../lib/router.svelte';
import { coordinator, fakeServer, nobody, refused, signIn } from '../../lib/samples';
import { affairs } from '../profile/fixture';
import Proposals from './Proposals.svelte';
import Propose from './Propose.svelte';

const ROUTE = '/api/v1/regions/14.01/proposals';
const kampar = { code: '14.01', name: 'Kabupaten Kampar', kind: 'regency' };
const riau = { code: '14', name: 'Riau', kind: 'province' };

// A busy machine takes its time to render a form and to find things in it.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 20_000 });

beforeEach(() => {
  window.scrollTo = () => undefined;
});
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

describe('a citizen with an idea', () => {
  const received = {
    id: '0190-1',
    region: '14.01',
    region_name: 'Kabupaten Kampar',
    title: 'Antrean puskesmas lewat pesan',
    made_at: '2026-05-02T03:42:00Z',
  };
  const answers = {
    'GET /api/v1/home': { region: '14.01', year: 2026, version: '1' },
    'GET /api/v1/reference/regions': ({ query }: { query: string }) => ({
      items: query.includes('province=14') ? [kampar] : [riau],
      next: null,
    }),
    'GET /api/v1/reference/regions/14.01/districts': {
      items: [{ code: '14.01.01', name: 'Bangkinang Kota' }],
    },
    [`POST ${ROUTE}`]: () => Response.json(received, { status: 201 }),
  };
  beforeEach(() => {
    signIn(nobody);
    router.replace('/usul');
  });

  async function fill(): Promise<void> {
    await screen.findByLabelText('Judul ide');
    await type('Judul ide', received.title);
    await type('Apa masalahnya?', 'Menunggu empat jam.');
    await type('Apa idenya?', 'Nomor antrean lewat pesan.');
    await type('Nama Anda', 'Warga Contoh');
  }

  it('tells it without an account and learns what happens next', async () => {
    const server = fakeServer(answers);
    render(Propose);
    await screen.findByText(/Punya cara agar layanan Kabupaten Kampar/);
    await fill();
    await screen.findByRole('option', { name: 'Bangkinang Kota' });
    await fireEvent.change(screen.getByLabelText('Kecamatan'), { target: { value: '14.01.01' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Kirim usulan' }));
    await screen.findByText('Terima kasih, usulan Anda diterima');
    expect(screen.getByText('0190-1')).toBeTruthy();
    expect(server.sent(`POST ${ROUTE}`)).toEqual([
      {
        name: 'Warga Contoh',
        contact: null,
        title: received.title,
        problem: 'Menunggu empat jam.',
        idea: 'Nomor antrean lewat pesan.',
        district: '14.01.01',
      },
    ]);
    expect(localStorage.length).toBe(0);
  });

  it('is told what is missing, and what was typed survives a reload', async () => {
    const server = fakeServer(answers);
    render(Propose);
    await screen.findByLabelText('Judul ide');
    await type('Judul ide', 'Antrean');
    await fireEvent.click(screen.getByRole('button', { name: 'Kirim usulan' }));
    expect(screen.getAllByText('Isi bagian ini.')).toHaveLength(3);
    expect(server.sent(`POST ${ROUTE}`)).toEqual([]);
    cleanup();
    render(Propose);
    const title = await screen.findByLabelText<HTMLInputElement>('Judul ide');
    expect(title.value).toBe('Antrean');
  });

  it('is asked in words to wait when there were too many', async () => {
    const busy = { 'retry-after': '80' };
    fakeServer({
      ...answers,
      [`POST ${ROUTE}`]: () => refused(429, [{ text: 'Terlalu banyak usulan.' }], busy),
    });
    render(Propose);
    await fill();
    await fireEvent.click(screen.getByRole('button', { name: 'Kirim usulan' }));
    await screen.findByText(/Coba lagi setelah 1 menit 20 detik/);
    expect(localStorage.length).toBe(1);
  });

  it('chooses the region where the program is not of one', async () => {
    const server = fakeServer({
      ...answers,
      'GET /api/v1/home': { region: null, year: null, version: '1' },
    });
    render(Propose);
    await fill();
    await fireEvent.click(screen.getByRole('button', { name: 'Kirim usulan' }));
    await screen.findByText('Pilih daerahnya.');
    await screen.findByRole('option', { name: 'Riau' });
    await fireEvent.change(screen.getByLabelText('Provinsi'), { target: { value: '14' } });
    await screen.findByRole('option', { name: 'Kabupaten Kampar' });
    await fireEvent.change(screen.getByLabelText('Daerah'), { target: { value: '14.01' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Kirim usulan' }));
    await screen.findByText('Terima kasih, usulan Anda diterima');
    expect(server.sent(`POST ${ROUTE}`)).toHaveLength(1);
  });
});

describe('the proposals of a region', () => {
  function proposal(values: Partial<Schemas['Proposal']> = {}): Schemas['Proposal'] {
    return {
      id: 'p-1',
      state: 'waiting',
      name: 'Warga Contoh',
      contact: null,
      title: 'Antrean puskesmas lewat pesan',
      problem: 'Menunggu empat jam.',
      idea: 'Nomor antrean lewat pesan.',
      district: null,
      district_name: null,
      made_at: '2026-05-02T03:42:00Z',
      decided_at: null,
      decided_by: null,
      reason: null,
      unit: null,
      year: null,
      submission: null,
      ...values,
    };
  }
  const DECIDE = `POST ${ROUTE}/p-1/decision`;
  const answers = {
    [`GET ${ROUTE}`]: { items: [proposal()], next: null },
    'GET /api/v1/reference/affairs': affairs,
    'GET /api/v1/regions/14.01/unit-tree': {
      items: [{ id: 'u-1', name: 'Dinas Kesehatan', kind: 'agency', parent: null, active: true }],
    },
  };
  beforeEach(() => {
    signIn(coordinator);
    router.replace('/usulan');
    const kampar2026 = { name: 'Kabupaten Kampar', year: 2026, ruleset: 'iid-2026' };
    places.years = [{ ...kampar2026, region: '14.01', kind: 'regency', illustration: false }];
  });

  it('that wait are shown first, and none leads to the form', async () => {
    const server = fakeServer({ [`GET ${ROUTE}`]: { items: [], next: null } });
    render(Proposals);
    await screen.findByText('Tidak ada usulan yang menunggu');
    expect(server.asked[0]!.query).toBe('?state=waiting');
    await fireEvent.change(screen.getByLabelText('Status'), { target: { value: '' } });
    await screen.findByText('Belum ada usulan warga');
    expect(router.query.get('status')).toBe('semua');
  });

  it('are accepted for a unit', async () => {
    const taken = proposal({
      state: 'accepted',
      unit: 'Dinas Kesehatan',
      year: 2026,
      submission: '7a',
      decided_by: 'Koko Contoh',
      decided_at: '2026-05-03T03:42:00Z',
    });
    const server = fakeServer({ ...answers, [DECIDE]: taken });
    render(Proposals);
    await fireEvent.click(await screen.findByRole('button', { name: 'Terima' }));
    const dialog = within(screen.getByRole('dialog'));
    await dialog.findByRole('option', { name: 'Dinas Kesehatan' });
    await dialog.findByRole('option', { name: '2 Kesehatan' });
    const choose = (label: string, value: string) =>
      fireEvent.change(dialog.getByLabelText(label), { target: { value } });
    await choose('Unit yang melanjutkan', 'Dinas Kesehatan');
    await choose('Urusan utama', '2');
    await fireEvent.click(dialog.getByRole('button', { name: 'Terima dan buat draf' }));
    await screen.findByText('"Antrean puskesmas lewat pesan": Diterima.');
    expect(server.sent(DECIDE)).toEqual([
      { outcome: 'accepted', unit: 'Dinas Kesehatan', year: 2026, affair: 2 },
    ]);
    expect(screen.getByRole('link', { name: /Menjadi draf Dinas Kesehatan/ })).toBeTruthy();
  });

  it('are declined only with a reason', async () => {
    const server = fakeServer({
      ...answers,
      [DECIDE]: proposal({ state: 'declined', reason: 'Sudah ada layanan serupa.' }),
    });
    render(Proposals);
    await fireEvent.click(await screen.findByRole('button', { name: 'Tolak' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Tolak usulan' }));
    expect(server.sent(DECIDE)).toEqual([]);
    await type('Alasan', 'Sudah ada layanan serupa.');
    await fireEvent.click(screen.getByRole('button', { name: 'Tolak usulan' }));
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(server.sent(DECIDE)).toEqual([
      { outcome: 'declined', reason: 'Sudah ada layanan serupa.' },
    ]);
    expect(screen.getByText('Sudah ada layanan serupa.')).toBeTruthy();
  });
});
