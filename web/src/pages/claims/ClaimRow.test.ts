import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Schemas } from '../../api/client';
import { operator, signIn } from '../../lib/samples';
import { Claims } from './claims.svelte';
import ClaimTable from './ClaimTable.svelte';
import { course, rules, saved, submission } from './fixture';

beforeEach(() => {
  signIn(operator);
  vi.stubGlobal('fetch', vi.fn());
});
afterEach(() => vi.unstubAllGlobals());

function show(values: Partial<Schemas['Submission']> = {}): void {
  const claims = new Claims({ ...submission, ...values }, rules);
  render(ClaimTable, { claims });
}

function answer(body: unknown): void {
  const response = new Response(JSON.stringify(body), {
    headers: { 'content-type': 'application/json' },
  });
  vi.mocked(fetch).mockResolvedValueOnce(response);
}

it('offers the levels of an indicator as one radio group with their own words', () => {
  show();
  const group = screen.getByRole('group', { name: 'Regulasi' });
  const radios = group.querySelectorAll<HTMLInputElement>('input[type="radio"]');
  expect([...radios].map(({ value, checked }) => [value, checked])).toEqual([
    ['0', false],
    ['1', true],
    ['2', false],
    ['3', false],
  ]);
  expect(screen.getByRole('radio', { name: /2 .*\+0,02 indeks.* SK Bupati/ })).toBeTruthy();
});

it('tells when a claim stands above what was verified', () => {
  show();
  expect(screen.getByText(/Diterima: parameter 1/)).toBeTruthy();
  expect(screen.getByText('Menunggu verifikasi')).toBeTruthy();
  expect(screen.getByText('terverifikasi 1')).toBeTruthy();
});

it('saves a chosen level and shows its points', async () => {
  show();
  answer(saved('16', 3, '50.04'));
  await fireEvent.click(screen.getByRole('radio', { name: /Peraturan Bupati/ }));
  expect(fetch).toHaveBeenCalledWith(
    '/api/v1/submissions/s-1/claims/16',
    expect.objectContaining({ method: 'PUT', body: '{"level":3}' }),
  );
  expect(await screen.findByText(/^9,00/)).toBeTruthy();
});

it('says beside the field that nothing was saved, and offers to try again', async () => {
  show();
  vi.mocked(fetch).mockRejectedValueOnce(new TypeError('Failed to fetch'));
  await fireEvent.click(screen.getByRole('radio', { name: /Peraturan Bupati/ }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Tidak tersimpan, parameter tetap 1.');
  expect(alert.textContent).toContain('Server tidak terjangkau');
  answer(saved('16', 3, '50.04'));
  await fireEvent.click(screen.getByRole('button', { name: 'Coba lagi' }));
  await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

it.each([
  ['the server allows', {}, ['edit_claims'], false],
  ['the server does not allow', {}, [], true],
  ['the deadline has passed', { phase: 'closed' as const }, ['edit_claims'], true],
  ['the deadline has passed', { phase: 'closed' as const }, ['edit_claims', 'manage_year'], false],
  ['the year is locked', { phase: 'locked' as const }, ['edit_claims', 'manage_year'], true],
])('levels can be chosen as %s', (_, values, allowed, readOnly) => {
  show({ allowed, course: { ...course, ...values } });
  for (const group of screen.getAllByRole<HTMLFieldSetElement>('group', { name: /./ })) {
    expect(group.disabled).toBe(readOnly);
  }
});
