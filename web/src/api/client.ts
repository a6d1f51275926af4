/**
 * The one way to the server: paths, queries and answers typed from api/openapi.yaml.
 * Every failure is thrown as a `Failure`; an aborted call rejects with the browser's AbortError.
 */
import { language } from '../i18n/language.svelte';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

type Method = 'get' | 'put' | 'post' | 'delete';
type Operation<P extends keyof paths, M extends Method> = NonNullable<paths[P][M]>;
type Parameters<O, Where extends 'path' | 'query'> = O extends { parameters: infer All }
  ? Where extends keyof All
    ? Exclude<All[Where], undefined>
    : never
  : never;
type Given<O> = ([Parameters<O, 'path'>] extends [never]
  ? { path?: never }
  : { path: Parameters<O, 'path'> }) &
  ([Parameters<O, 'query'>] extends [never]
    ? { query?: never }
    : { query?: Parameters<O, 'query'> });
type Answered<O, Status extends 200 | 201> = O extends {
  responses: { [S in Status]: { content: { 'application/json': infer A } } };
}
  ? A
  : never;
type Answer<O> = Answered<O, 200> | Answered<O, 201>;
type Body<O> = O extends { requestBody: { content: { 'application/json': infer B } } }
  ? B
  : undefined;

/** What went wrong: the server is out of reach, it refused in words, or its answer is broken. */
export class Failure extends Error {
  constructor(
    readonly kind: 'offline' | 'problem' | 'unexpected',
    readonly status: number,
    readonly problem: Problem | null,
    /** Seconds that the server asks to wait before the next try; null: it named none. */
    readonly wait: number | null = null,
  ) {
    super(problem?.errors[0]?.text ?? problem?.title ?? kind);
  }
}

/** The address of a route with its values filled in; empty query values are left out. */
export function address(
  route: string,
  path: Record<string, unknown> = {},
  query: Record<string, unknown> = {},
): string {
  const filled = route.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(path[name])),
  );
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') asked.set(name, String(value));
  }
  const text = asked.toString();
  return text ? `${filled}?${text}` : filled;
}

async function refusal(response: Response): Promise<Failure> {
  const kind = response.headers.get('content-type') ?? '';
  if (!kind.startsWith('application/problem+json')) {
    return new Failure('unexpected', response.status, null);
  }
  const wait = /^\d+$/.exec(response.headers.get('retry-after') ?? '');
  const problem = await (response.json() as Promise<Problem>).catch(() => null); // HEAD has no body
  return new Failure(
    problem ? 'problem' : 'unexpected',
    response.status,
    problem,
    wait && Number(wait[0]),
  );
}

let unknown: () => void = () => undefined;

/** Names who is told whenever the server answers 401: it does not know, or no longer, who asks. */
export function whenUnknown(told: () => void): void {
  unknown = told;
}

/** Asks and hands over the answer as it came, once it is one that was hoped for. */
export async function exchange(where: string, request: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(where, request);
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    throw new Failure('offline', 0, null);
  }
  if (response.status === 401) unknown();
  if (!response.ok) throw await refusal(response);
  return response;
}

/** Asks and reads the answer whole. */
async function read<A>(
  where: string,
  request: RequestInit,
  as: (response: Response) => Promise<A>,
): Promise<A> {
  const response = await exchange(where, request);
  try {
    return await as(response);
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    throw new Failure('unexpected', response.status, null);
  }
}

function call<A>(where: string, request: RequestInit): Promise<A> {
  return read(where, request, (response) => response.json() as Promise<A>);
}

/** What every call says of itself. */
export const said = () => ({ accept: 'application/json', 'accept-language': language.current });

/** Reads a route. The language is read before the first wait, so effects notice its change. */
export function get<P extends keyof paths>(
  route: P,
  given: Given<Operation<P, 'get'>>,
  signal?: AbortSignal,
): Promise<Answer<Operation<P, 'get'>>> {
  return call(address(route, given.path, given.query), { headers: said(), signal: signal ?? null });
}

function write<A>(method: string, where: string, body: unknown): Promise<A> {
  if (body === undefined) return call(where, { method, headers: said() });
  const headers = { ...said(), 'content-type': 'application/json' };
  return call(where, { method, headers, body: JSON.stringify(body) });
}

/** Writes to a route; resolves once the server has it durably. */
export function put<P extends keyof paths>(
  route: P,
  given: Given<Operation<P, 'put'>>,
  body: Body<Operation<P, 'put'>>,
): Promise<Answer<Operation<P, 'put'>>> {
  return write('PUT', address(route, given.path, given.query), body);
}

/** Makes something new behind a route, or starts what it stands for. */
export function post<P extends keyof paths>(
  route: P,
  given: Given<Operation<P, 'post'>>,
  body: Body<Operation<P, 'post'>>,
): Promise<Answer<Operation<P, 'post'>>> {
  return write('POST', address(route, given.path, given.query), body);
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Fetches the workbook that a route answers. */
export function getWorkbook<P extends keyof paths>(
  route: P,
  given: Given<Operation<P, 'get'>>,
): Promise<Blob> {
  const headers = { ...said(), accept: `${WORKBOOK}, application/problem+json` };
  return read(address(route, given.path, given.query), { headers }, (response) => response.blob());
}

/** Sends a workbook to a route that takes one. */
export function postWorkbook<P extends keyof paths>(
  route: P,
  given: Given<Operation<P, 'post'>>,
  bytes: ArrayBuffer,
): Promise<Answer<Operation<P, 'post'>>> {
  const headers = { ...said(), 'content-type': WORKBOOK };
  const request = { method: 'POST', headers, body: bytes };
  return call(address(route, given.path, given.query), request);
}

/** Ends what a route stands for. */
export function del<P extends keyof paths>(
  route: P,
  given: Given<Operation<P, 'delete'>>,
): Promise<Answer<Operation<P, 'delete'>>> {
  return write('DELETE', address(route, given.path, given.query), undefined);
}
