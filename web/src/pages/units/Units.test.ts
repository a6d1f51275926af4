import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Place } from '../../lib/place.svelte';
import { router } from '../../lib/router.svelte';
import { indicators, unit } from './samples';
import type { Unit } from './standing';
import Units from './Units.svelte';

const place: Place = {
  region: '14.01',
  name: 'Kabupaten Kampar',
  kind: 'regency',
  year: 2026,
  ruleset: 'iid-2026',
  illustration: true,
};
const columns = indicators.map(({ id, short_name }) => ({ id, short_name }));
const page = (items: Unit[], next: string | null = null, total = items.length) =>
  Response.json({ items, indicators: columns, next, total });
const refused = (text: string) =>
  new Response(
    JSON.stringify({
      type: 'urn:jalur:problem:unavailable',
      title: 'Belum bisa',
      status: 503,
      errors: [{ field: '', value: '', text }],
    }),
    { status: 503, headers: { 'content-type': 'application/problem+json' } },
  );

let answers: (address: string) => Response;
const asked: string[] = [];

beforeEach(() => {
  asked.length = 0;
  router.ask({ urut: null, cari: null, tanpa: null, tampilan: null });
  vi.stubGlobal('fetch', async (address: string) => {
    if (address.includes('/rulesets/')) return refused('Aturan tidak terbaca.');
    asked.push(address);
    return answers(address);
  });
});

const three = [
  unit('Dinas Kesehatan', { innovations: 2, claims_verified: 20, maturity_verified: '61.16' }),
  unit('Kecamatan Bangkinang Kota', { kind: 'sub_district' }),
  unit('Kecamatan Salo', {
    kind: 'sub_district',
    innovations: 0,
    counted: 0,
    claims: 0,
    maturity_claimed: null,
    mean_levels: [null, null],
  }),
];
const named = () => screen.getAllByRole('rowheader').map((one) => one.querySelector('a')!.text);

describe('the ranking of the units', () => {
  it('shows who has no innovation, with the figures of the others', async () => {
    answers = () => page(three);
    render(Units, { place });
    await screen.findByText('Dinas Kesehatan');
    expect(screen.getByText('2 dari 3 unit punya inovasi.', { exact: false })).toBeTruthy();
    expect(screen.getByText('1 belum punya inovasi.')).toBeTruthy();
    const row = screen.getByText('Kecamatan Salo').closest('[role="row"]')!;
    expect(row.textContent).toContain('Belum punya inovasi');
    expect(screen.getByText('61,16')).toBeTruthy();
    expect(screen.getByText('100 %')).toBeTruthy();
  });

  it('keeps search and filter in the address', async () => {
    answers = () => page(three);
    render(Units, { place });
    const search = await screen.findByLabelText('Cari unit');
    await fireEvent.input(search, { target: { value: 'kecamatan' } });
    expect(named()).toEqual(['Kecamatan Bangkinang Kota', 'Kecamatan Salo']);
    await fireEvent.click(screen.getByRole('button', { name: /Belum punya inovasi/ }));
    expect(named()).toEqual(['Kecamatan Salo']);
    expect(router.query.toString()).toBe('cari=kecamatan&tanpa=inovasi');
  });

  it('asks the server for another order, and exports the same order', async () => {
    answers = () => page(three);
    render(Units, { place });
    await fireEvent.change(await screen.findByLabelText('Urutkan'), {
      target: { value: 'verified' },
    });
    await vi.waitFor(() => expect(asked.at(-1)).toContain('sort=verified'));
    const link = screen.getByRole('link', { name: /XLSX/ });
    expect(link.getAttribute('href')).toBe(
      '/api/v1/regions/14.01/years/2026/units/export?sort=verified&format=xlsx',
    );
  });

  it('loads the next page behind the first, and says while it does not know all', async () => {
    answers = (address) =>
      address.includes('after=') ? page(three.slice(2), null, 3) : page(three.slice(0, 2), 'B', 3);
    router.ask({ cari: 'kecamatan' });
    render(Units, { place });
    await screen.findByText(/baru melihat 2 dari 3 unit/);
    await fireEvent.click(screen.getByRole('button', { name: 'Muat lagi' }));
    await screen.findByText('Kecamatan Salo');
    expect(screen.queryByRole('button', { name: 'Muat lagi' })).toBeNull();
    expect(screen.queryByText(/baru melihat/)).toBeNull();
  });

  it('says the next step when there are no units, and when none fits', async () => {
    answers = () => page([]);
    const { unmount } = render(Units, { place });
    await screen.findByText('Belum ada unit tercatat');
    unmount();
    answers = () => page(three);
    router.ask({ cari: 'tidak ada' });
    render(Units, { place });
    await screen.findByText('Tidak ada unit yang cocok');
    await fireEvent.click(screen.getByRole('button', { name: 'Hapus saringan' }));
    expect(named()).toHaveLength(3);
  });

  it('says why it failed and tries again', async () => {
    answers = () => refused('Basis data tidak terjangkau.');
    render(Units, { place });
    await screen.findByText('Basis data tidak terjangkau.');
    answers = () => page(three);
    await fireEvent.click(screen.getByRole('button', { name: 'Coba lagi' }));
    await screen.findByText('Dinas Kesehatan');
  });
});
