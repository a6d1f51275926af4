// A server that answers what a test tells it to, and people who are signed in, for all tests.
import { vi } from 'vitest';
import { session, type Session } from './session.svelte';

interface Asked {
  /** For example `PUT /api/v1/me/password`. */
  call: string;
  query: string;
  /** What was sent as JSON; bytes as they are. */
  body: unknown;
  headers: Headers;
}
type Answer = unknown | ((asked: Asked) => unknown);

export function refused(
  status: number,
  errors: { field?: string; text: string }[],
  headers: Record<string, string> = {},
): Response {
  const problem = {
    type: 'urn:jalur:problem:refused',
    title: 'Belum bisa',
    status,
    errors: errors.map((error) => ({ field: '', value: '', ...error })),
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

/** Takes the place of the network. What no answer was given for is not found. */
export function fakeServer(answers: Record<string, Answer>) {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (address: string, request: RequestInit = {}) => {
    const url = new URL(address, location.origin);
    const call = `${request.method ?? 'GET'} ${url.pathname}`;
    const { body: sent } = request;
    const body: unknown = typeof sent === 'string' ? JSON.parse(sent) : (sent ?? undefined);
    const one = { call, query: url.search, body, headers: new Headers(request.headers) };
    asked.push(one);
    const given = answers[call];
    const answer = typeof given === 'function' ? (given as (asked: Asked) => unknown)(one) : given;
    if (answer === undefined) return refused(404, [{ text: `Tidak ada ${call}.` }]);
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  });
  return {
    answers,
    asked,
    /** The bodies of what was sent to a call, in order. */
    sent: (call: string) => asked.filter((one) => one.call === call).map(({ body }) => body),
  };
}

export const nobody: Session = {
  signed_in: false,
  second_factor: 'off',
  person: null,
  region: null,
  unit: null,
  grants: [],
  permissions: { read_rules: 'nation', read_figures: 'open_region' },
  sample_people: [],
};

export const health = { id: 'u-1', name: 'Dinas Kesehatan' };

export const operator: Session = {
  signed_in: true,
  second_factor: 'off',
  person: { id: 'p-1', name: 'Olan Contoh', email: 'operator@contoh.example' },
  region: '14.01',
  unit: health,
  grants: [{ role: 'operator', unit: health }],
  permissions: {
    read_figures: 'region',
    edit_claims: 'own_unit',
    manage_self: 'nation',
  },
  sample_people: [],
};

export const coordinator: Session = {
  ...operator,
  person: { id: 'p-2', name: 'Koko Contoh', email: 'koordinator@contoh.example' },
  unit: null,
  grants: [{ role: 'coordinator', unit: null }],
  permissions: {
    read_figures: 'region',
    edit_claims: 'region',
    edit_government: 'region',
    manage_people: 'region',
    read_ledger: 'region',
    manage_self: 'nation',
  },
};

/** Whom the screens take to be signed in. */
export function signIn(who: Session): void {
  session.take(who);
  session.loading = false;
}
