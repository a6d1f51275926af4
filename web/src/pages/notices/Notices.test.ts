import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Schemas } from '../../api/client';
import { notices } from '../../lib/notices.svelte';
import { router } from '../../lib/router.svelte';
import { fakeServer, operator, refused, signIn } from '../../lib/samples';
import Notices from './Notices.svelte';

type Notice = Schemas['Notice'];

const LIST = 'GET /api/v1/me/notices';
const READ = 'POST /api/v1/me/notices/read';

/** A time of the API on the machine's own clock, so many days before the test's today. */
const at = (daysAgo: number, hour: number) =>
  new Date(2026, 4, 12 - daysAgo, hour, 5).toISOString();

function notice(sequence: number, more: Partial<Notice> = {}): Notice {
  return {
    sequence,
    at: at(0, 9),
    kind: 'claim.returned',
    sentence: `Indikator 17 pada «Inovasi ${sequence}» dikembalikan Vera Contoh.`,
    reason: null,
    by: { name: 'Vera Contoh', role: 'verifier' },
    submission: { id: `s-${sequence}`, name: `Inovasi ${sequence}`, of_government: false },
    year: 2026,
    unit: 'Dinas Kesehatan',
    indicator: '17',
    unread: true,
    ...more,
  };
}
const three: Schemas['NoticePage'] = {
  items: [
    notice(30, { at: at(0, 9), reason: 'Halaman 2 hilang.' }),
    notice(20, { at: at(1, 23), kind: 'submission.rejected', indicator: null }),
    notice(10, { at: at(3, 8), unread: false }),
  ],
  next: '10',
  unread: 2,
};
const none = { items: [], next: null, unread: 0 };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 4, 12, 10, 0) });
  window.scrollTo = () => undefined;
  router.replace('/pemberitahuan');
  signIn(operator);
  notices.forget();
});
afterEach(() => vi.useRealTimers());

const rows = () => screen.getAllByRole('listitem');
const marked = () => screen.queryAllByText('Belum dibaca').length;

describe('the notices', () => {
  it('stand by day, each with its words and the way to its place', async () => {
    fakeServer({ [LIST]: three });
    render(Notices);
    await screen.findByText('Hari ini');
    const days = screen.getAllByRole('heading', { level: 2 }).map((day) => day.textContent);
    expect(days).toEqual(['Hari ini', 'Kemarin', '9 Mei 2026']);
    const first = within(screen.getByRole('region', { name: 'Hari ini' }));
    expect(first.getByText('09.05')).toBeTruthy();
    expect(first.getByText('Halaman 2 hilang.')).toBeTruthy();
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/inovasi/s-30?tahun=2026#indikator-17',
      '/inovasi/s-20?tahun=2026',
      '/inovasi/s-10?tahun=2026#indikator-17',
    ]);
  });

  it('say in a word which are unread', async () => {
    fakeServer({ [LIST]: three });
    render(Notices);
    await screen.findByText('Hari ini');
    expect(rows().map((row) => row.textContent!.includes('Belum dibaca'))).toEqual([
      true,
      true,
      false,
    ]);
    expect(notices.unread).toBe(2);
  });

  it('name the unit where it is not the own one', async () => {
    const items = [notice(30), notice(20, { unit: 'Kecamatan Bangkinang' })];
    fakeServer({ [LIST]: { ...three, items } });
    render(Notices);
    await screen.findByText('Kecamatan Bangkinang');
    expect(screen.queryByText('Dinas Kesehatan')).toBeNull();
  });

  it('are marked as read up to the newest in view', async () => {
    const server = fakeServer({ [LIST]: three, [READ]: { ...three, unread: 0 } });
    render(Notices);
    await fireEvent.click(await screen.findByRole('button', { name: 'Tandai semua dibaca' }));
    await screen.findByText('Semua pemberitahuan sudah ditandai dibaca.');
    expect(server.sent(READ)).toEqual([{ up_to: 30 }]);
    expect(marked()).toBe(0);
    expect(notices.unread).toBe(0);
    const heading = screen.getByRole('heading', { level: 1 });
    await vi.waitFor(() => expect(document.activeElement).toBe(heading));
    expect(screen.queryByRole('button', { name: 'Tandai semua dibaca' })).toBeNull();
  });

  it('stay unread when marking fails', async () => {
    fakeServer({ [LIST]: three, [READ]: () => refused(503, [{ text: 'Sibuk.' }]) });
    render(Notices);
    await fireEvent.click(await screen.findByRole('button', { name: 'Tandai semua dibaca' }));
    await screen.findByText('Sibuk.');
    expect(marked()).toBe(2);
    expect(notices.unread).toBe(2);
  });

  it('go on with the next page, a day that spans two pages under one heading', async () => {
    const older = { items: [notice(9, { at: at(3, 7), unread: false })], next: null, unread: 2 };
    const server = fakeServer({
      [LIST]: ({ query }: { query: string }) => (query === '?after=10' ? older : three),
    });
    render(Notices);
    await fireEvent.click(await screen.findByRole('button', { name: 'Muat lagi' }));
    await screen.findByText(/Inovasi 9»/);
    expect(server.asked.length).toBe(2);
    expect(screen.getAllByRole('heading', { level: 2 }).length).toBe(3);
    expect(
      within(screen.getByRole('region', { name: '9 Mei 2026' })).getAllByRole('listitem').length,
    ).toBe(2);
    expect(screen.queryByRole('button', { name: 'Muat lagi' })).toBeNull();
  });

  it('offer newer ones that the bell has heard of', async () => {
    const server = fakeServer({ [LIST]: three });
    render(Notices);
    await screen.findByText('Hari ini');
    const four = { ...three, items: [notice(40), ...three.items], unread: 3 };
    server.answers[LIST] = four;
    notices.take({ items: [notice(40)], next: '40', unread: 3 });
    await fireEvent.click(await screen.findByRole('button', { name: 'Tampilkan' }));
    await screen.findByText(/Inovasi 40»/);
    expect(screen.queryByText('Ada pemberitahuan yang lebih baru.')).toBeNull();
  });

  it('are told of beforehand when there is none', async () => {
    fakeServer({ [LIST]: none });
    render(Notices);
    await screen.findByRole('heading', { name: 'Belum ada pemberitahuan' });
    expect(screen.getByRole('link', { name: 'Ke Beranda' }).getAttribute('href')).toBe('/');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('can be asked for again when they did not come', async () => {
    const server = fakeServer({ [LIST]: () => refused(503, [{ text: 'Sibuk.' }]) });
    render(Notices);
    await screen.findByText('Sibuk.');
    server.answers[LIST] = three;
    await fireEvent.click(screen.getByRole('button', { name: 'Coba lagi' }));
    await screen.findByText('Hari ini');
  });
});
