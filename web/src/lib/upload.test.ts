import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeServer, refused } from './samples';
import { Upload } from './upload.svelte';

const UPLOADS = '/api/v1/regions/14.01/uploads';
const ONE = `${UPLOADS}/u-1`;
const PIECE = 256 * 1024;

const file = (size = 3 * PIECE, name = 'SK Bupati é.pdf') =>
  new File([new Uint8Array(size)], name, { lastModified: 1_700_000_000_000 });

/** A server that keeps what arrives; `cut` breaks the line at the call of that number. */
function keeper(cut: number[] = []) {
  let arrived = 0;
  let calls = 0;
  const offset = (status: number) =>
    new Response(null, { status, headers: { 'upload-offset': String(arrived) } });
  const server = fakeServer({
    [`POST ${UPLOADS}`]: () => Response.json({ id: 'u-1' }, { status: 201 }),
    [`HEAD ${ONE}`]: () => offset(200),
    [`PATCH ${ONE}`]: ({ headers, body }: { headers: Headers; body: Blob }) => {
      if (Number(headers.get('upload-offset')) !== arrived) return refused(409, []);
      if (cut.includes(++calls)) {
        arrived += 1000; // a part of it came through before the line broke
        throw new TypeError('Failed to fetch');
      }
      arrived += body.size;
      return offset(204);
    },
    [`DELETE ${ONE}`]: () => new Response(null, { status: 204 }),
  });
  const calledBy = (method: string) => server.asked.filter((a) => a.call.startsWith(method));
  return { server, calledBy, arrived: () => arrived };
}

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

async function finished(upload: Upload): Promise<void> {
  const done = upload.start();
  for (let turn = 0; turn < 20; turn++) await vi.advanceTimersByTimeAsync(30_000);
  await done;
}

describe('a file on its way', () => {
  it('is announced with its name and length and sent in pieces that grow on a fast line', async () => {
    const { server, calledBy, arrived } = keeper();
    const upload = new Upload('14.01', file());
    await finished(upload);
    expect(upload.state).toBe('sent');
    expect(arrived()).toBe(3 * PIECE);
    const begun = server.asked[0]!.headers;
    expect(begun.get('tus-resumable')).toBe('1.0.0');
    expect(begun.get('upload-length')).toBe(String(3 * PIECE));
    expect(begun.get('upload-metadata')).toBe('filename U0sgQnVwYXRpIMOpLnBkZg==');
    const sizes = calledBy('PATCH').map(({ body }) => (body as Blob).size);
    expect(sizes).toEqual([PIECE, 2 * PIECE]);
  });

  it('goes on where a line that was cut twice left it', async () => {
    const { calledBy, arrived } = keeper([1, 3]);
    const upload = new Upload('14.01', file());
    await finished(upload);
    expect(upload.state).toBe('sent');
    expect(arrived()).toBe(3 * PIECE);
    expect(calledBy('HEAD')).toHaveLength(2);
    expect(calledBy('PATCH')[1]!.headers.get('upload-offset')).toBe('1000');
  });

  it('waits without network and says so, and wakes when it is back', async () => {
    keeper([1]);
    const upload = new Upload('14.01', file());
    const done = upload.start();
    await vi.advanceTimersByTimeAsync(10);
    expect(upload.state).toBe('waiting');
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(10);
    await done;
    expect(upload.state).toBe('sent');
  });

  it('continues after a reload when the same file is chosen again, and no other', async () => {
    const { calledBy } = keeper([2]);
    const before = new Upload('14.01', file());
    void before.start();
    await vi.advanceTimersByTimeAsync(10);
    before.pause();
    expect(before.state).toBe('paused');
    expect(new Upload('14.01', file(3 * PIECE, 'lain.pdf')).id).toBeNull();
    const after = new Upload('14.01', file());
    expect(after.id).toBe('u-1');
    await finished(after);
    expect(after.resumed).toBe(true);
    expect(after.state).toBe('sent');
    expect(calledBy('POST')).toHaveLength(1);
  });

  it('begins anew when the server has forgotten it', async () => {
    const { server, calledBy } = keeper();
    localStorage.setItem(
      `jalur.draft.upload.14.01.SK Bupati é.pdf.${3 * PIECE}.1700000000000`,
      'u-0',
    );
    const upload = new Upload('14.01', file());
    await finished(upload);
    expect(server.asked[0]!.call).toBe(`HEAD ${UPLOADS}/u-0`);
    expect(calledBy('POST')).toHaveLength(1);
    expect(upload.state).toBe('sent');
  });

  it('stops with the words of the server when it is refused', async () => {
    const server = fakeServer({
      [`POST ${UPLOADS}`]: () => refused(413, [{ text: 'Paling besar 25 MB.' }]),
    });
    const upload = new Upload('14.01', file());
    await finished(upload);
    expect(upload.state).toBe('failed');
    expect(upload.failure?.message).toBe('Paling besar 25 MB.');
    expect(server.asked).toHaveLength(1);
  });

  it('is thrown away when it is cancelled', async () => {
    const { calledBy } = keeper([1]);
    const upload = new Upload('14.01', file());
    void upload.start();
    await vi.advanceTimersByTimeAsync(10);
    await upload.cancel();
    expect(calledBy('DELETE')).toHaveLength(1);
    expect(localStorage.length).toBe(0);
  });
});
