import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Claims } from './claims.svelte';
import { rules, saved, submission } from './fixture';

type Answer = () => Promise<Response>;

/** Each save waits here until the test lets the server answer. */
let asked: { path: string; level: number; answer: (how: Answer) => void }[];

beforeEach(() => {
  asked = [];
  vi.stubGlobal('fetch', (path: string, request: RequestInit) => {
    const { level } = JSON.parse(String(request.body)) as { level: number };
    return new Promise<Response>((resolve, reject) => {
      asked.push({ path, level, answer: (how) => void how().then(resolve, reject) });
    });
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const json =
  (body: unknown, status = 200, kind = 'application/json'): Answer =>
  () =>
    Promise.resolve(
      new Response(JSON.stringify(body), { status, headers: { 'content-type': kind } }),
    );
const offline: Answer = () => Promise.reject(new TypeError('Failed to fetch'));

async function settled(claims: Claims, waiting = 0): Promise<void> {
  await vi.waitFor(() => expect(claims.waiting).toBe(waiting));
}

async function nth(index: number) {
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(index));
  return asked[index]!;
}

function opened(): Claims {
  return new Claims(submission, rules);
}

describe('choosing a level', () => {
  it('shows it at once and takes the index from the answer', async () => {
    const claims = opened();
    claims.choose('16', 2);
    expect(claims.levelOf('16')).toBe(2);
    expect(claims.points).toBe('10.00');
    expect(claims.seen.claimed.index).toBe('50.00');
    (await nth(0)).answer(json(saved('16', 2, '50.02')));
    await settled(claims);
    expect(claims.seen.claimed.index).toBe('50.02');
    expect(claims.savedAt).not.toBeNull();
  });

  it('puts the level back and keeps the reason when the server refuses', async () => {
    const claims = opened();
    claims.choose('16', 3);
    const problem = {
      type: 'urn:jalur:problem:store',
      title: 'Tidak dapat disimpan',
      status: 503,
      errors: [{ field: '', value: '', text: 'Basis data tidak terjangkau.' }],
    };
    (await nth(0)).answer(json(problem, 503, 'application/problem+json'));
    await settled(claims);
    expect(claims.levelOf('16')).toBe(1);
    expect(claims.refused['16']?.level).toBe(3);
    expect(claims.refused['16']?.failure.message).toBe('Basis data tidak terjangkau.');
    expect(claims.last).toBeNull();
  });

  it('tries again when asked, and forgets the refusal', async () => {
    const claims = opened();
    claims.choose('16', 3);
    (await nth(0)).answer(offline);
    await settled(claims);
    expect(claims.refused['16']?.failure.kind).toBe('offline');
    claims.retry('16');
    expect(claims.refused['16']).toBeUndefined();
    (await nth(1)).answer(json(saved('16', 3, '50.04')));
    await settled(claims);
    expect(claims.levelOf('16')).toBe(3);
  });

  it('saves one after the other and ends where the reader ended', async () => {
    const claims = opened();
    claims.choose('16', 2);
    claims.choose('16', 3);
    expect(claims.levelOf('16')).toBe(3);
    const first = await nth(0);
    expect(asked).toHaveLength(1);
    first.answer(json(saved('16', 2, '50.02')));
    await settled(claims, 1);
    expect(claims.levelOf('16')).toBe(3);
    (await nth(1)).answer(json(saved('16', 3, '50.04')));
    await settled(claims);
    expect(claims.seen.claims[0]?.level).toBe(3);
  });
});

describe('moving through the levels by keyboard', () => {
  it('saves only the level on which the keys rest', async () => {
    vi.useFakeTimers();
    const claims = opened();
    claims.settle('16', 2);
    claims.settle('16', 3);
    expect(claims.levelOf('16')).toBe(3);
    expect(asked).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(500);
    vi.useRealTimers();
    expect(asked.map(({ level }) => level)).toEqual([3]);
  });
});

describe('undo', () => {
  it('takes changes back, newest first', async () => {
    const claims = opened();
    claims.choose('16', 2);
    (await nth(0)).answer(json(saved('16', 2, '50.02')));
    await settled(claims);
    claims.choose('17', 3);
    (await nth(1)).answer(json(saved('17', 3, '50.04')));
    await settled(claims);
    expect(claims.last).toEqual({ indicator: '17', from: 2 });
    claims.undo();
    const back = await nth(2);
    expect(back.path).toBe('/api/v1/submissions/s-1/claims/17');
    expect(back.level).toBe(2);
    back.answer(json(saved('17', 2, '50.02')));
    await settled(claims);
    expect(claims.last).toEqual({ indicator: '16', from: 1 });
  });
});
