import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { router } from '../../lib/router.svelte';
import { fakeServer, operator, signIn } from '../../lib/samples';
import { Claims } from './claims.svelte';
import { readiness, rules, saved, submission } from './fixture';
import Readiness from './Readiness.svelte';

const ROUTE = 'GET /api/v1/submissions/s-1/readiness';

beforeEach(() => {
  window.scrollTo = () => undefined;
  signIn(operator);
  router.replace('/pengesahan');
});

it('prices each gap and leads to its field', async () => {
  fakeServer({ [ROUTE]: readiness });
  render(Readiness, { claims: new Claims(submission, rules) });
  await screen.findByText('14 dari 16 syarat terpenuhi');
  expect(screen.getByText('+0,12 indeks')).toBeTruthy();
  expect(screen.getByText('Setelah disahkan dan dinilai: +0,31 indeks mandiri.')).toBeTruthy();
  const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(links).toEqual(['/inovasi/s-1#indikator-17', '/inovasi/s-1/profil#bagian-design']);
  expect(screen.queryByText('0,00 indeks')).toBeNull();
});

it('shows the most valuable gaps first and the others when asked', async () => {
  const gaps = Array.from({ length: 9 }, (_, at) => ({
    ...readiness.gaps[0]!,
    text: `Kekurangan ${at + 1}`,
  }));
  fakeServer({ [ROUTE]: { ...readiness, gaps } });
  render(Readiness, { claims: new Claims(submission, rules) });
  await screen.findByText('Kekurangan 6');
  expect(screen.queryByText('Kekurangan 7')).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Tampilkan 3 lainnya' }));
  expect(screen.getByText('Kekurangan 9')).toBeTruthy();
});

it('is reckoned again after a claim was saved', async () => {
  let met = 14;
  const server = fakeServer({
    [ROUTE]: () => ({ ...readiness, met }),
    'PUT /api/v1/submissions/s-1/claims/16': saved('16', 3, '50.04'),
  });
  const claims = new Claims(submission, rules);
  render(Readiness, { claims });
  await screen.findByText('14 dari 16 syarat terpenuhi');
  met = 15;
  claims.choose('16', 3);
  await screen.findByText('15 dari 16 syarat terpenuhi');
  await vi.waitFor(() => expect(server.asked.filter(({ call }) => call === ROUTE)).toHaveLength(2));
});
