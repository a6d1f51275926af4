import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { router } from '../../lib/router.svelte';
import { coordinator, fakeServer, health, refused, signIn } from '../../lib/samples';
import type { Person } from './person';
import Settings from './Settings.svelte';

const PEOPLE = '/api/v1/regions/14.01/people';
const SETTINGS = '/api/v1/regions/14.01/settings';
const TREE = 'GET /api/v1/regions/14.01/unit-tree';
const tree = {
  items: [
    { ...health, kind: 'agency', parent: null, active: true },
    { id: 'u-2', name: 'Puskesmas Salo', kind: 'health_centre', parent: 'u-1', active: true },
  ],
};

function person(values: Partial<Person> = {}): Person {
  return {
    id: 'p-1',
    name: 'Olan Contoh',
    email: 'operator@contoh.example',
    unit: health,
    grants: [{ role: 'operator', unit: health }],
    state: 'active',
    second_factor: false,
    signed_in_at: '2026-05-02T03:42:00Z',
    link_expires_at: null,
    ...values,
  };
}
const page = (items: Person[], next: string | null = null, total = items.length) => ({
  items,
  next,
  total,
});

beforeEach(() => {
  window.scrollTo = () => undefined;
  signIn(coordinator);
  router.replace('/pengaturan');
});

describe('the people of a region', () => {
  it('are listed with their roles and whether they can sign in', async () => {
    const waiting = person({
      id: 'p-3',
      name: 'Vira Contoh',
      grants: [{ role: 'verifier', unit: null }],
      state: 'invited',
      signed_in_at: null,
      link_expires_at: '2099-01-01T00:00:00Z',
    });
    fakeServer({ [`GET ${PEOPLE}`]: page([person(), waiting]) });
    render(Settings);
    await screen.findByText('Operator, Dinas Kesehatan');
    expect(screen.getByText('Aktif')).toBeTruthy();
    expect(screen.getByText('Diundang')).toBeTruthy();
    expect(screen.getByText(/^tautan berlaku sampai 1 Januari 2099/)).toBeTruthy();
    expect(screen.getByText(/^terakhir masuk 2 Mei 2026/)).toBeTruthy();
  });

  it('are searched and narrowed by the address, page after page', async () => {
    const server = fakeServer({
      [`GET ${PEOPLE}`]: ({ query }: { query: string }) =>
        query.includes('after=')
          ? page([person({ id: 'p-9', name: 'Zaki Contoh' })], null, 2)
          : page([person()], 'p-1', 2),
    });
    router.ask({ cari: 'contoh', peran: 'operator' });
    render(Settings);
    await screen.findByText('1 dari 2 orang');
    expect(server.asked[0]!.query).toBe('?q=contoh&role=operator');
    await fireEvent.click(screen.getByRole('button', { name: 'Muat lagi' }));
    await screen.findByText('Zaki Contoh');
    expect(server.asked.at(-1)!.query).toBe('?q=contoh&role=operator&after=p-1');
    expect(screen.queryByRole('button', { name: 'Muat lagi' })).toBeNull();
    await fireEvent.change(screen.getByLabelText('Peran'), { target: { value: '' } });
    await vi.waitFor(() => expect(server.asked.at(-1)!.query).toBe('?q=contoh'));
  });

  it('say the next step when there are none, and when none fits', async () => {
    fakeServer({ [`GET ${PEOPLE}`]: page([]) });
    const { unmount } = render(Settings);
    await screen.findByText('Belum ada orang');
    unmount();
    router.ask({ cari: 'tidak ada' });
    render(Settings);
    await screen.findByText('Tidak ada orang yang cocok');
    await fireEvent.click(screen.getByRole('button', { name: 'Hapus saringan' }));
    await screen.findByText('Belum ada orang');
  });

  it('can be asked for again when they did not come', async () => {
    const server = fakeServer({ [`GET ${PEOPLE}`]: () => refused(503, [{ text: 'Sibuk.' }]) });
    render(Settings);
    await screen.findByText('Sibuk.');
    server.answers[`GET ${PEOPLE}`] = page([person()]);
    await fireEvent.click(screen.getByRole('button', { name: 'Coba lagi' }));
    await screen.findByText('Olan Contoh');
  });
});

describe('an invitation', () => {
  const invited = {
    person: person({ state: 'invited' }),
    link: '/undangan/14.01.abc',
    expires_at: '2026-05-09T03:42:00Z',
  };
  const type = (label: string, value: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value } });

  it('yields a link that is shown once', async () => {
    const server = fakeServer({
      [`GET ${PEOPLE}`]: page([]),
      [`POST ${PEOPLE}`]: invited,
      [TREE]: tree,
    });
    render(Settings);
    await fireEvent.click(await screen.findByRole('button', { name: 'Undang orang' }));
    expect(router.query.get('orang')).toBe('baru');
    await type('Nama lengkap', 'Olan Contoh');
    await type('Surel', ' operator@contoh.example ');
    await screen.findAllByRole('option', { name: /Puskesmas Salo/ });
    await fireEvent.change(screen.getByLabelText('Pada unit'), { target: { value: 'u-1' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Undang' }));
    const link = await screen.findByLabelText<HTMLInputElement>('Tautan');
    expect(link.value).toBe(`${location.origin}/undangan/14.01.abc`);
    expect(screen.getByText(/Tampil hanya sekali ini/)).toBeTruthy();
    expect(server.sent(`POST ${PEOPLE}`)).toEqual([
      {
        name: 'Olan Contoh',
        email: 'operator@contoh.example',
        unit: null,
        grants: [{ role: 'operator', unit: 'u-1' }],
      },
    ]);
    expect(server.asked.filter(({ call }) => call === `GET ${PEOPLE}`)).toHaveLength(2);
    await fireEvent.click(screen.getByRole('button', { name: 'Sudah saya salin' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('survives a reload as a draft until it is sent', async () => {
    fakeServer({ [`GET ${PEOPLE}`]: page([]), [`POST ${PEOPLE}`]: invited, [TREE]: tree });
    router.ask({ orang: 'baru' });
    const { unmount } = render(Settings);
    await type('Nama lengkap', 'Siti Aminah');
    await screen.findByText(/Draf tersimpan di perangkat ini/);
    unmount();
    render(Settings);
    expect(screen.getByLabelText<HTMLInputElement>('Nama lengkap').value).toBe('Siti Aminah');
    expect(screen.getByText(/draf yang belum dikirim/)).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Kosongkan' }));
    expect(screen.getByLabelText<HTMLInputElement>('Nama lengkap').value).toBe('');
    expect(localStorage.length).toBe(0);
  });

  it('is not sent while a unit is missing, and keeps what was typed when refused', async () => {
    const taken = { field: 'email', text: 'Alamat ini sudah dipakai Vira Contoh.' };
    const server = fakeServer({
      [`GET ${PEOPLE}`]: page([]),
      [`POST ${PEOPLE}`]: () => refused(409, [taken]),
      [TREE]: tree,
    });
    router.ask({ orang: 'baru' });
    render(Settings);
    await type('Nama lengkap', 'Olan Contoh');
    await type('Surel', 'vira@contoh.example');
    await fireEvent.click(screen.getByRole('button', { name: 'Undang' }));
    await screen.findByText('Pilih unit untuk peran ini.');
    expect(server.sent(`POST ${PEOPLE}`)).toEqual([]);
    await fireEvent.change(screen.getByLabelText('Peran ke-1'), { target: { value: 'verifier' } });
    expect(screen.queryByLabelText('Pada unit')).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Undang' }));
    const email = screen.getByLabelText<HTMLInputElement>('Surel');
    await vi.waitFor(() => expect(document.activeElement).toBe(email));
    expect(email.value).toBe('vira@contoh.example');
    expect(screen.getAllByText(taken.text)).toHaveLength(2);
  });

  it('can still give roles for the whole region when the units do not come', async () => {
    fakeServer({ [`GET ${PEOPLE}`]: page([]) });
    router.ask({ orang: 'baru' });
    render(Settings);
    await screen.findByText(/Daftar unit belum dapat dimuat/);
    expect(screen.queryByRole('option', { name: 'Penilai kementerian' })).not.toBeNull();
    const roles = within(screen.getByLabelText('Peran ke-1')).getAllByRole('option');
    expect(roles.map((role) => role.textContent)).not.toContain('Penilai kementerian');
  });
});

describe('a person who is there', () => {
  const ONE = `${PEOPLE}/p-1`;

  async function open(): Promise<void> {
    render(Settings);
    await fireEvent.click(await screen.findByRole('button', { name: 'Ubah Olan Contoh' }));
  }

  it('gets another role', async () => {
    const newer = person({ grants: [{ role: 'unit_head', unit: health }] });
    const server = fakeServer({ [`GET ${PEOPLE}`]: page([person()]), [`PUT ${ONE}`]: newer });
    await open();
    expect(screen.getByRole('dialog', { name: 'Ubah Olan Contoh' })).toBeTruthy();
    await fireEvent.change(screen.getByLabelText('Peran ke-1'), { target: { value: 'unit_head' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Simpan' }));
    await screen.findByText('Perubahan pada Olan Contoh tersimpan.');
    expect(server.sent(`PUT ${ONE}`)).toEqual([
      {
        name: 'Olan Contoh',
        email: 'operator@contoh.example',
        unit: 'u-1',
        grants: [{ role: 'unit_head', unit: 'u-1' }],
      },
    ]);
    expect(screen.getByText('Kepala unit, Dinas Kesehatan')).toBeTruthy();
  });

  it('gets a new link', async () => {
    const answer = {
      person: person(),
      link: '/undangan/14.01.new',
      expires_at: '2026-05-02T00:00:00Z',
    };
    fakeServer({ [`GET ${PEOPLE}`]: page([person()]), [`POST ${ONE}/link`]: answer });
    await open();
    await fireEvent.click(screen.getByRole('button', { name: 'Buat tautan baru' }));
    const link = await screen.findByLabelText<HTMLInputElement>('Tautan');
    expect(link.value).toBe(`${location.origin}/undangan/14.01.new`);
  });

  it('is shut out only after one more question, and let in again', async () => {
    const server = fakeServer({
      [`GET ${PEOPLE}`]: page([person()]),
      [`PUT ${ONE}`]: ({ body }: { body: { state: 'active' | 'closed' } }) =>
        person({ state: body.state }),
    });
    await open();
    await fireEvent.click(screen.getByRole('button', { name: 'Tutup akun' }));
    expect(server.sent(`PUT ${ONE}`)).toEqual([]);
    await fireEvent.click(screen.getByRole('button', { name: 'Ya, tutup' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Buka akun lagi' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Ya, buka' }));
    await screen.findByRole('button', { name: 'Tutup akun' });
    expect(server.sent(`PUT ${ONE}`)).toMatchObject([{ state: 'closed' }, { state: 'active' }]);
  });

  it('stays when the server keeps the last coordinator', async () => {
    fakeServer({
      [`GET ${PEOPLE}`]: page([person()]),
      [`PUT ${ONE}`]: () => refused(409, [{ text: 'Koordinator terakhir harus tetap ada.' }]),
    });
    await open();
    await fireEvent.click(screen.getByRole('button', { name: 'Tutup akun' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Ya, tutup' }));
    await screen.findByText('Koordinator terakhir harus tetap ada.');
    expect(screen.getByRole('button', { name: 'Tutup akun' })).toBeTruthy();
  });
});

describe('what the region has chosen', () => {
  beforeEach(() => router.ask({ bagian: 'daerah' }));

  it('is changed and says when it was saved', async () => {
    const server = fakeServer({
      [`GET ${SETTINGS}`]: { figures_open: false, second_factor_for: ['coordinator'] },
      [`PUT ${SETTINGS}`]: ({ body }: { body: unknown }) => body,
      'GET /api/v1/session': coordinator,
    });
    render(Settings);
    await fireEvent.click(await screen.findByLabelText('Angka terbuka untuk umum'));
    await fireEvent.click(screen.getByLabelText('Verifikator'));
    expect(screen.getByText(/Peran Anda sendiri termasuk/)).toBeTruthy();
    await fireEvent.click(screen.getByLabelText('Koordinator'));
    expect(screen.queryByText(/Peran Anda sendiri termasuk/)).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Simpan' }));
    await screen.findByText(/^Tersimpan pukul/);
    expect(server.sent(`PUT ${SETTINGS}`)).toEqual([
      { figures_open: true, second_factor_for: ['verifier'] },
    ]);
  });
});
