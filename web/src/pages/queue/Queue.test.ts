import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Schemas } from '../../api/client';
import type { Place } from '../../lib/place.svelte';
import { router } from '../../lib/router.svelte';
import { coordinator, fakeServer, refused, signIn } from '../../lib/samples';
import { claim, history, rules } from '../claims/fixture';
import type { Item } from './filters';
import Queue from './Queue.svelte';

const place: Place = {
  region: '14.01',
  name: 'Kabupaten Kampar',
  kind: 'regency',
  year: 2023,
  ruleset: 'iid-2023',
  illustration: true,
};
const QUEUE = 'GET /api/v1/regions/14.01/years/2023/queue';
const one = (id: string) => `/api/v1/submissions/${id}/claims/16`;

function item(submission: string, name: string, values: Partial<Item> = {}): Item {
  return {
    submission,
    name,
    unit: 'Dinas Kesehatan',
    indicator: '16',
    indicator_name: { id: 'Regulasi', en: 'Regulation' },
    level: 2,
    verified_level: null,
    since: '2026-04-20T01:00:00Z',
    due_on: '2026-04-27',
    overdue: false,
    index_effect: '0.12',
    ...values,
  };
}
const page = (items: Item[], overdue = 0): Schemas['Queue'] => ({
  items,
  previous: null,
  next: null,
  total: items.length,
  overdue,
});
const waiting = (id: string, name: string) =>
  history({ submission: id, name, can: ['verify'], claim: claim('16', 2, { claim_revision: 7 }) });
const evidence = {
  items: [
    {
      indicator: '16',
      claim_revision: 7,
      items: [
        {
          attached_at: '2026-04-20T01:00:00Z',
          validity: {
            state: 'valid',
            from_year: 2022,
            to_year: 2023,
            last_year: 2024,
            accepted: ['pdf'],
          },
          evidence: {
            id: 'e-1',
            title: 'SK Bupati Antar Obat',
            number: '800/12/2022',
            dated_on: '2022-03-01',
            signer: 'Bupati',
            file: { pages: 3, kind: 'pdf' },
            link: null,
          },
        },
      ],
    },
  ],
};

/** Two claims that wait, and the server's answers to what is done with them. */
function serve(answers: Record<string, unknown> = {}) {
  return fakeServer({
    [QUEUE]: page([item('a', 'Antar Obat'), item('b', 'Balai Sehat', { overdue: true })], 1),
    'GET /api/v1/rulesets/iid-2023': rules,
    'GET /api/v1/regions/14.01/unit-tree': { items: [] },
    [`GET ${one('a')}`]: waiting('a', 'Antar Obat'),
    [`GET ${one('b')}`]: waiting('b', 'Balai Sehat'),
    'GET /api/v1/submissions/a/evidence': evidence,
    'GET /api/v1/submissions/b/evidence': { items: [] },
    [`POST ${one('a')}/verification`]: {},
    ...answers,
  });
}
const press = (key: string, on: Element = document.body) => fireEvent.keyDown(on, { key });

beforeEach(() => {
  window.scrollTo = () => undefined;
  signIn({ ...coordinator, permissions: { verify: 'region' } });
  router.replace('/antrean');
});

async function opened(name = 'Antar Obat'): Promise<void> {
  await screen.findByRole('link', { name });
  await screen.findByRole('button', { name: 'Terima' });
}

describe('the list of the queue', () => {
  it('tells what waits and what of it is late', async () => {
    serve();
    render(Queue, { place });
    await screen.findByText('2 klaim menunggu');
    expect(screen.getByText('1 lewat batas waktu')).toBeTruthy();
    expect(screen.getByText('lewat batas 27 April 2026')).toBeTruthy();
    expect(screen.getAllByText('+0,12')).toHaveLength(2);
  });

  it('is sorted and narrowed by the address', async () => {
    const server = serve();
    router.ask({ urut: 'pengaruh', unit: 'Dinas Kesehatan' });
    render(Queue, { place });
    await screen.findByText('2 klaim menunggu');
    const query = () => server.asked.filter(({ call }) => call === QUEUE).at(-1)!.query;
    expect(query()).toBe('?sort=effect&unit=Dinas+Kesehatan');
    await fireEvent.change(screen.getByLabelText('Indikator'), { target: { value: '16' } });
    await vi.waitFor(() => expect(query()).toContain('indicator=16'));
    expect(router.query.get('indikator')).toBe('16');
  });

  it('says what to do when nothing waits, and when nothing fits', async () => {
    serve({ [QUEUE]: page([]) });
    const { unmount } = render(Queue, { place });
    await screen.findByText('Antrean kosong');
    unmount();
    router.ask({ unit: 'Dinas Kesehatan' });
    render(Queue, { place });
    await screen.findByText('Tidak ada klaim yang cocok');
    await fireEvent.click(screen.getByRole('button', { name: 'Hapus saringan' }));
    await screen.findByText('Antrean kosong');
  });
});

describe('a claim of the queue', () => {
  it('shows its evidence page by page and the words of its levels', async () => {
    serve();
    render(Queue, { place });
    await fireEvent.click(await screen.findByRole('button', { name: 'Mulai memeriksa' }));
    await opened();
    expect(router.query.get('klaim')).toBe('a.16');
    const picture = await screen.findByRole('img', { name: 'SK Bupati Antar Obat, halaman 1' });
    expect(picture.getAttribute('src')).toBe('/api/v1/regions/14.01/evidence/e-1/pages/1');
    await fireEvent.click(screen.getByRole('button', { name: 'Halaman berikutnya' }));
    screen.getByRole('img', { name: 'SK Bupati Antar Obat, halaman 2' });
    const levels = within(screen.getByRole('list', { name: 'Parameter menurut aturan tahun ini' }));
    expect(levels.getByText('SK Bupati').parentElement!.textContent).toContain('diklaim');
  });

  it('is accepted with one key, and the next one comes', async () => {
    const server = serve();
    router.ask({ klaim: 'a.16' });
    render(Queue, { place });
    await opened();
    await press('a');
    await opened('Balai Sehat');
    expect(server.sent(`POST ${one('a')}/verification`)).toEqual([
      { verdict: 'accepted', claim_revision: 7 },
    ]);
    expect(screen.getByText(/Diterima: Regulasi, Antar Obat/)).toBeTruthy();
    const back = screen.getByRole('link', { name: 'Lihat lagi atau perbaiki' });
    expect(back.getAttribute('href')).toBe('/antrean?klaim=a.16');
    await screen.findByText('Klaim ini tanpa data dukung');
  });

  it('is lowered to a level with a reason, while keys only write', async () => {
    const server = serve();
    router.ask({ klaim: 'a.16' });
    render(Queue, { place });
    await opened();
    await press('t');
    const reason = await screen.findByLabelText('Mengapa diturunkan');
    await press('k', reason);
    await press('a', reason);
    expect(screen.queryByLabelText('Apa yang perlu diperbaiki')).toBeNull();
    await fireEvent.input(reason, { target: { value: 'SK hanya dari kepala dinas.' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Turunkan' }));
    expect(server.sent(`POST ${one('a')}/verification`)).toEqual([]);
    await fireEvent.click(screen.getByRole('radio', { name: 'Parameter 1' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Turunkan ke parameter 1' }));
    await opened('Balai Sehat');
    expect(server.sent(`POST ${one('a')}/verification`)).toEqual([
      {
        verdict: 'lowered',
        claim_revision: 7,
        reason: 'SK hanya dari kepala dinas.',
        level: 1,
      },
    ]);
  });

  it('is not returned without a reason', async () => {
    const server = serve();
    router.ask({ klaim: 'a.16' });
    render(Queue, { place });
    await opened();
    await press('k');
    await screen.findByLabelText('Apa yang perlu diperbaiki');
    await fireEvent.click(screen.getByRole('button', { name: 'Kembalikan ke unit' }));
    expect(await screen.findByText(/10 huruf lagi/)).toBeTruthy();
    expect(server.sent(`POST ${one('a')}/verification`)).toEqual([]);
  });

  it('that changed meanwhile is fetched again before it is judged', async () => {
    let now = waiting('a', 'Antar Obat');
    const server = serve({
      [`GET ${one('a')}`]: () => now,
      [`POST ${one('a')}/verification`]: () => refused(409, [{ text: 'Klaim sudah berubah.' }]),
    });
    router.ask({ klaim: 'a.16' });
    render(Queue, { place });
    await opened();
    await press('a');
    await screen.findByText(/Klaim ini berubah sejak Anda buka/);
    now = { ...now, claim: { ...now.claim, claim_revision: 8 } };
    await fireEvent.click(screen.getByRole('button', { name: 'Muat yang terbaru' }));
    await screen.findByText(/Ini keadaan terbaru/);
    server.answers[`POST ${one('a')}/verification`] = {};
    await vi.waitFor(async () => {
      await press('a');
      expect(server.sent(`POST ${one('a')}/verification`).at(-1)).toEqual({
        verdict: 'accepted',
        claim_revision: 8,
      });
    });
  });

  it('is passed over and come back to with the arrows', async () => {
    serve();
    router.ask({ klaim: 'a.16' });
    render(Queue, { place });
    await opened();
    await press('ArrowRight');
    await opened('Balai Sehat');
    await press('ArrowLeft');
    await opened('Antar Obat');
  });

  it('answers no key once they are turned off', async () => {
    const server = serve();
    router.ask({ klaim: 'a.16' });
    render(Queue, { place });
    await opened();
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Pakai pintasan papan tik' }));
    await press('a');
    await press('ArrowRight');
    expect(router.query.get('klaim')).toBe('a.16');
    expect(server.sent(`POST ${one('a')}/verification`)).toEqual([]);
  });

  it('of the own unit offers no verdict', async () => {
    serve({ [`GET ${one('a')}`]: { ...waiting('a', 'Antar Obat'), can: ['remark'] } });
    router.ask({ klaim: 'a.16' });
    render(Queue, { place });
    await screen.findByText(/tidak dapat Anda putuskan sekarang/);
    expect(screen.queryByRole('button', { name: 'Terima' })).toBeNull();
  });
});
