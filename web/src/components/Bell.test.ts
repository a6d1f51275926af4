import { render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeServer, operator, refused, signIn } from '../lib/samples';
import { session } from '../lib/session.svelte';
import Bell from './Bell.svelte';

const LIST = 'GET /api/v1/me/notices';
const MINUTE = 60_000;
const page = (unread: number, sequence = 7) => ({ items: [{ sequence }], next: null, unread });

let hidden = false;

/** Lets time pass and what was asked arrive. */
async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

function turn(away: boolean): void {
  hidden = away;
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  vi.useFakeTimers();
  hidden = false;
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  signIn(operator);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  session.expired = false;
});

const bell = () => screen.getByRole('link').getAttribute('aria-label');

describe('the bell', () => {
  it('says in words how many are unread, and leads to the list', async () => {
    const server = fakeServer({ [LIST]: page(3) });
    render(Bell);
    expect(bell()).toBe('Pemberitahuan');
    await pass(0);
    expect(bell()).toBe('Pemberitahuan, 3 belum dibaca');
    expect(screen.getByRole('link').getAttribute('href')).toBe('/pemberitahuan');
    expect(server.asked[0]!.query).toBe('?limit=1');
  });

  it.each([
    [99, '99'],
    [100, '99+'],
  ])('shows %i as %s', async (unread, shown) => {
    fakeServer({ [LIST]: page(unread) });
    render(Bell);
    await pass(0);
    expect(screen.getByText(shown)).toBeTruthy();
    expect(bell()).toBe(`Pemberitahuan, ${shown} belum dibaca`);
  });

  it('asks again every minute and tells those who listen when more has come', async () => {
    const server = fakeServer({ [LIST]: page(1) });
    render(Bell);
    await pass(0);
    expect(screen.getByRole('status').textContent!.trim()).toBe('');
    server.answers[LIST] = page(2, 8);
    await pass(MINUTE - 1);
    expect(server.asked.length).toBe(1);
    await pass(1);
    expect(server.asked.length).toBe(2);
    expect(bell()).toBe('Pemberitahuan, 2 belum dibaca');
    expect(screen.getByRole('status').textContent).toContain('2 belum dibaca');
  });

  it('does not ask while nobody looks, and at once when somebody does again', async () => {
    const server = fakeServer({ [LIST]: page(1) });
    render(Bell);
    await pass(0);
    turn(true);
    await pass(10 * MINUTE);
    expect(server.asked.length).toBe(1);
    server.answers[LIST] = page(5);
    turn(false);
    await pass(0);
    expect(server.asked.length).toBe(2);
    expect(bell()).toBe('Pemberitahuan, 5 belum dibaca');
  });

  it('keeps its number when the server fails, and does not ask for an ended session', async () => {
    const server = fakeServer({ [LIST]: page(4) });
    render(Bell);
    await pass(0);
    server.answers[LIST] = () => refused(503, [{ text: 'Sibuk.' }]);
    await pass(MINUTE);
    expect(bell()).toBe('Pemberitahuan, 4 belum dibaca');
    session.expired = true;
    await pass(3 * MINUTE);
    expect(server.asked.length).toBe(2);
  });

  it('stops with the person and forgets their number', async () => {
    const server = fakeServer({ [LIST]: page(4) });
    const { unmount } = render(Bell);
    await pass(0);
    unmount();
    await pass(3 * MINUTE);
    expect(server.asked.length).toBe(1);
    server.answers[LIST] = () => refused(503, [{ text: 'Sibuk.' }]);
    render(Bell);
    await pass(0);
    expect(bell()).toBe('Pemberitahuan');
  });

  it('says that all is read once the server has said so', async () => {
    fakeServer({ [LIST]: page(0) });
    render(Bell);
    await pass(0);
    expect(bell()).toBe('Pemberitahuan, semua sudah dibaca');
  });
});
