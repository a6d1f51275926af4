/**
 * Sends a file so that it can go on where the line broke: tus 1.0
 * (https://tus.io/protocols/resumable-upload), as much of it as the program speaks.
 */
import { address, exchange, said, type Schemas } from '../api/client';

const UPLOADS = '/api/v1/regions/{code}/uploads';
const VERSION = { 'tus-resumable': '1.0.0' };
/** A line that says nothing for so long is taken to be dead. Milliseconds. */
const SILENCE = 90_000;

/** Older browsers and Node 18 cannot join two signals by themselves. */
function within(signal: AbortSignal): AbortSignal {
  const both = new AbortController();
  for (const one of [signal, AbortSignal.timeout(SILENCE)]) {
    if (one.aborted) both.abort(one.reason);
    one.addEventListener('abort', () => both.abort(one.reason), {
      once: true,
      signal: both.signal,
    });
  }
  return both.signal;
}

function at(region: string, upload: string): string {
  return address(`${UPLOADS}/{upload}`, { code: region, upload });
}

/** A text of any script in Base64, as `Upload-Metadata` wants it. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** Bytes that the server has on disk. */
function offset(response: Response): number {
  const told = Number(response.headers.get('upload-offset') ?? NaN);
  if (!Number.isInteger(told)) throw new Error('an upload without its offset');
  return told;
}

/** Announces a file; answers the id of its upload. */
export async function begin(region: string, file: File, signal: AbortSignal): Promise<string> {
  const headers = {
    ...said(),
    ...VERSION,
    'upload-length': String(file.size),
    'upload-metadata': `filename ${base64(file.name)}`,
  };
  const where = address(UPLOADS, { code: region });
  const response = await exchange(where, { method: 'POST', headers, signal: within(signal) });
  return ((await response.json()) as Schemas['Upload']).id;
}

/** How many bytes of an upload have arrived. */
export async function arrived(
  region: string,
  upload: string,
  signal: AbortSignal,
): Promise<number> {
  const headers = { ...said(), ...VERSION };
  const request = { method: 'HEAD', headers, signal: within(signal) };
  return offset(await exchange(at(region, upload), request));
}

/** Sends the next bytes; answers how many have arrived with them. */
export async function send(
  region: string,
  upload: string,
  from: number,
  bytes: Blob,
  signal: AbortSignal,
): Promise<number> {
  const headers = {
    ...said(),
    ...VERSION,
    'upload-offset': String(from),
    'content-type': 'application/offset+octet-stream',
  };
  const request = { method: 'PATCH', headers, body: bytes, signal: within(signal) };
  return offset(await exchange(at(region, upload), request));
}

/** Throws away what has arrived. */
export async function drop(region: string, upload: string): Promise<void> {
  await exchange(at(region, upload), { method: 'DELETE', headers: { ...said(), ...VERSION } });
}
