import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Schemas } from '../../api/client';
import type { Place } from '../../lib/place.svelte';
import { router } from '../../lib/router.svelte';
import Rules from './Rules.svelte';
import { indicator, ruleset } from './samples';

const place: Place = {
  region: '14.01',
  name: 'Kabupaten Kampar',
  kind: 'regency',
  year: 2026,
  ruleset: 'iid-2026',
  illustration: true,
};

const text = { id: 'Tidak ada sumber yang menyebutnya.', en: 'No source says so.' };
const unemployment = indicator('5b', {
  name: { id: 'Tingkat pengangguran terbuka', en: 'Open unemployment rate' },
  weight: '0.75',
  mandatory: true,
  measures: [
    {
      id: 'rate',
      name: { id: 'TPT', en: 'Unemployment rate' },
      unit: '%',
      better: 'lower',
      from: [null, '5.92', '2.35'],
    },
  ],
  evidence: [{ kind: 'Berita resmi BPS', signer: 'BPS', years: [-2, 0], files: ['pdf', 'link'] }],
});
const rules2026 = ruleset({
  indicators: [unemployment, indicator('16', { aspect: 'innovation', variable: 'Infrastruktur' })],
  assumptions: [
    { of: 'formula.rejected_in_number', text },
    { of: 'indicators.5b.evidence', text: { id: 'Pilihan program.', en: 'Our choice.' } },
  ],
});
const rules2023 = ruleset({
  id: 'iid-2023',
  year: 2023,
  formula: { ...rules2026.formula, minimum_divisor: 10, basic_services_required: 0 },
  indicators: [{ ...unemployment, weight: '1.00' }, rules2026.indicators[1]!],
});
const rules2027 = ruleset({ id: 'iid-2027-prognosis', year: 2027, prognosis: true });
const all = [rules2023, rules2026, rules2027];

function figure(index: string, name: string): Schemas['Figure'] {
  return {
    index,
    class: name,
    points: {
      government: '40.00',
      maturity_sum: '700.00',
      maturity_mean: '70.00',
      count: '7.60',
      total: '117.60',
      maximum: '250.00',
    },
    innovations: 10,
    divisor: 12,
    basic_services_covered: 5,
    gate_met: true,
  };
}

const comparison: Schemas['Comparison'] = {
  format: 'jalur.comparison/1',
  region: '14.01',
  year: 2026,
  from: {
    ruleset: 'iid-2026',
    claimed: figure('55.00', 'Inovatif'),
    verified: figure('50.62', 'Inovatif'),
  },
  to: {
    ruleset: 'iid-2023',
    claimed: figure('62.10', 'Sangat Inovatif'),
    verified: figure('58.40', 'Inovatif'),
  },
  causes: [
    { cause: 'weights', claimed: '0.10', verified: '-0.22', text: 'Bobot 1 indikator berubah.' },
    { cause: 'divisor', claimed: '7.00', verified: '8.00', text: 'Pembagi 10, dulu 12.' },
  ],
  levels_to_review: ['5b'],
  class_change: 'Predikat tetap Inovatif.',
};

let failing = '';

beforeEach(() => {
  failing = '';
  router.ask({ ruleset: null, with: null, cari: null });
  vi.stubGlobal('fetch', async (address: string) => {
    if (failing && address.includes(failing)) return new Response('', { status: 500 });
    if (address.includes('/comparison')) return Response.json(comparison);
    const one = all.find((known) => address.endsWith(`/rulesets/${known.id}`));
    return Response.json(one ?? { items: all });
  });
});

describe('the rules of one year', () => {
  it("are those of the year in view, with the year's numbers in the formula", async () => {
    render(Rules, { place });
    await screen.findByText('Σ kematangan ÷ maks(n; 12)', { exact: false });
    expect(screen.getByText('min(n; 200) × 0,38')).toBeTruthy();
    expect(screen.getAllByText('65,01 sampai 100,00')).toHaveLength(1);
    expect(screen.getByText(/Paling sedikit 5 dari 6 urusan/)).toBeTruthy();
    expect(screen.getByText('T-2 sampai T-1 (2024 sampai 2025)')).toBeTruthy();
  });

  it('show an assumption beside the value that it concerns', async () => {
    render(Rules, { place });
    const term = await screen.findByText('Inovasi ditolak masuk jumlah inovasi');
    expect(term.parentElement!.textContent).toContain('≈ asumsi Tidak ada sumber');
    const other = screen.getByText('Nilai penuh').parentElement!;
    expect(other.textContent).not.toContain('asumsi');
  });

  it('open the proof, borders and sources of an indicator', async () => {
    render(Rules, { place });
    const row = (await screen.findByText('Tingkat pengangguran terbuka')).closest('article')!;
    const button = within(row).getByRole('button', { name: /Bukti dan sumber/ });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    await fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const details = document.getElementById(button.getAttribute('aria-controls')!)!;
    expect(details.textContent).toContain('≤ 5,92 %');
    expect(details.textContent).toContain('ditandatangani BPS');
    expect(details.textContent).toContain('T-2 sampai T-0 (2024 sampai 2026)');
    expect(details.textContent).toContain('PDF, LINK');
    expect(details.textContent).toContain('Pilihan program.');
    expect(row.textContent).toContain('wajib');
    expect(row.textContent).toContain('bobot 0,75');
  });

  it('search within the indicators', async () => {
    render(Rules, { place });
    const search = await screen.findByLabelText('Cari dalam indikator');
    await fireEvent.input(search, { target: { value: 'pengangguran' } });
    expect(screen.getByText('1 dari 2 baris')).toBeTruthy();
    expect(screen.queryByText('Indikator 16')).toBeNull();
    await fireEvent.input(search, { target: { value: 'tidak ada' } });
    expect(screen.getByText('Tidak ada indikator yang cocok')).toBeTruthy();
  });

  it('open a source elsewhere only where it has an address', async () => {
    render(Rules, { place });
    const link = await screen.findByRole('link', { name: /Kepala BSKDN/ });
    expect(link.getAttribute('rel')).toContain('noopener');
    expect(screen.getByText('https://gatra.com/news-565910')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /Salinan Lampiran/ })).toBeNull();
  });

  it('say that a prognosis is not in force', async () => {
    router.ask({ ruleset: 'iid-2027-prognosis' });
    render(Rules, { place });
    await screen.findByText(/prakiraan dan belum berlaku/);
  });
});

describe('two years side by side', () => {
  it('lead from one index to the other in steps that add up', async () => {
    router.ask({ ruleset: 'iid-2026', with: 'iid-2023' });
    render(Rules, { place });
    const table = await screen.findByRole('table', { name: /Dari 2026 ke 2023/ });
    const rows = () =>
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map((row) => row.querySelector('td:last-child')!.textContent);
    expect(rows()).toEqual(['50,62', '\u22120,22', '+8,00', '58,40']);
    await fireEvent.click(screen.getByRole('button', { name: 'Mandiri' }));
    expect(rows()).toEqual(['55,00', '+0,10', '+7,00', '62,10']);
    expect(screen.getByText('Predikat tetap Inovatif.')).toBeTruthy();
    expect(screen.queryByText(/Angka di bagian ini/)).toBeNull();
  });

  it("say from which rules the figures start when the left ones are not the year's own", async () => {
    router.ask({ ruleset: 'iid-2023', with: 'iid-2026' });
    render(Rules, { place });
    await screen.findByText(/dibandingkan dari 2026, aturan tahun data ini, ke 2023/);
  });

  it('name the fields that differ and leave out those that do not', async () => {
    router.ask({ ruleset: 'iid-2026', with: 'iid-2023' });
    render(Rules, { place });
    const heading = await screen.findByRole('heading', { name: /5b Tingkat pengangguran/ });
    const article = heading.closest('article')!;
    expect(article.textContent).toMatch(/Bobot.*berubah.*2026.*0,75.*2023.*1/s);
    expect(article.textContent).not.toContain('Data dukung');
    expect(screen.queryByRole('heading', { name: /Indikator 16/ })).toBeNull();
    await fireEvent.click(screen.getByLabelText('Hanya yang berubah'));
    expect(screen.getByRole('heading', { name: /Indikator 16/ })).toBeTruthy();
    const divisor = screen.getByRole('rowheader', { name: /Pembagi paling sedikit/ });
    expect(divisor.textContent).toContain('berubah');
  });

  it('compare no figures of a ruleset with itself', async () => {
    router.ask({ ruleset: 'iid-2026', with: 'iid-2026' });
    render(Rules, { place });
    await screen.findByText(/Pilih dua aturan yang berbeda/);
  });

  it('show the differences even when the figures cannot be had, and try again', async () => {
    failing = '/comparison';
    router.ask({ ruleset: 'iid-2026', with: 'iid-2023' });
    render(Rules, { place });
    await screen.findByRole('alert');
    expect(screen.getByRole('heading', { name: /5b Tingkat/ })).toBeTruthy();
    failing = '';
    await fireEvent.click(screen.getByRole('button', { name: 'Coba lagi' }));
    await screen.findByText('Predikat tetap Inovatif.');
  });
});
