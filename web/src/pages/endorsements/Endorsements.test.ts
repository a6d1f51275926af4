import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Schemas } from '../../api/client';
import type { Place } from '../../lib/place.svelte';
import { router } from '../../lib/router.svelte';
import { fakeServer, operator, signIn } from '../../lib/samples';
import { readiness } from '../claims/fixture';
import Endorsements from './Endorsements.svelte';

const place: Place = {
  region: '14.01',
  name: 'Kabupaten Kampar',
  kind: 'regency',
  year: 2023,
  ruleset: 'iid-2023',
  illustration: true,
};
const ROUTE = '/api/v1/regions/14.01/years/2023/endorsements';

const item = (submission: string, name: string, overdue = false) => ({
  submission,
  name,
  unit: 'Dinas Kesehatan',
  handed_in_at: '2026-05-02T03:42:00Z',
  due_on: '2026-05-05',
  overdue,
  maturity: '64.00',
});
const waiting: Schemas['EndorsementList'] = {
  items: [item('a', 'Antar Obat', true), item('b', 'Balai Sehat')],
  next: null,
  total: 2,
};

function serve(answers: Record<string, unknown> = {}) {
  return fakeServer({
    [`GET ${ROUTE}`]: waiting,
    'GET /api/v1/submissions/a/readiness': { ...readiness, submission: 'a' },
    'GET /api/v1/submissions/b/readiness': { ...readiness, submission: 'b', met: 16, gaps: [] },
    ...answers,
  });
}

beforeEach(() => {
  window.scrollTo = () => undefined;
  signIn({ ...operator, permissions: { endorse: 'own_unit' } });
  router.replace('/pengesahan');
});

describe('what waits for the head of a unit', () => {
  it('is shown with its readiness and what of it is late', async () => {
    serve();
    render(Endorsements, { place });
    await screen.findByText('2 menunggu pengesahan');
    expect(screen.getByText('1 lewat batas waktu')).toBeTruthy();
    expect(screen.getByText('terlambat, batasnya 5 Mei 2026')).toBeTruthy();
    await screen.findByText('14 dari 16 syarat terpenuhi');
    await screen.findByText('16 dari 16 syarat terpenuhi');
  });

  it('is endorsed in bulk, each with its outcome', async () => {
    const server = serve({
      [`POST ${ROUTE}`]: {
        endorsed: 1,
        items: [
          { submission: 'a', endorsed: true, text: null },
          { submission: 'b', endorsed: false, text: 'Indikator 17 wajib diisi.' },
        ],
      },
    });
    render(Endorsements, { place });
    await screen.findByText('2 menunggu pengesahan');
    const none = screen.getByRole<HTMLButtonElement>('button', { name: 'Sahkan yang dipilih' });
    expect(none.disabled).toBe(true);
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Pilih semua yang tampil' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Sahkan 2 pengajuan' }));
    await screen.findByText(/^1 pengajuan sudah disahkan\. 1 belum disahkan/);
    expect(server.sent(`POST ${ROUTE}`)).toEqual([{ submissions: ['a', 'b'] }]);
    expect(screen.queryByRole('link', { name: 'Antar Obat' })).toBeNull();
    expect(screen.getByRole('alert').textContent).toContain('Indikator 17 wajib diisi.');
    expect(screen.getByText('1 menunggu pengesahan')).toBeTruthy();
  });

  it('is sent back one by one with a reason', async () => {
    const server = serve({ 'POST /api/v1/submissions/a/sending-back': {} });
    render(Endorsements, { place });
    await fireEvent.click(
      await screen.findByRole('button', { name: 'Kembalikan Antar Obat ke operator' }),
    );
    const field = screen.getByLabelText('Apa yang perlu diperbaiki');
    await fireEvent.input(field, { target: { value: 'Lampirkan SK Bupati.' } });
    const form = within(field.closest('form')!);
    await fireEvent.click(form.getByRole('button', { name: 'Kembalikan ke operator' }));
    await screen.findByText('Antar Obat dikembalikan ke operator.');
    expect(server.sent('POST /api/v1/submissions/a/sending-back')).toEqual([
      { reason: 'Lampirkan SK Bupati.' },
    ]);
    expect(screen.queryByRole('link', { name: 'Antar Obat' })).toBeNull();
  });

  it('may be nothing, which names the next step', async () => {
    serve({ [`GET ${ROUTE}`]: { items: [], next: null, total: 0 } });
    render(Endorsements, { place });
    await screen.findByText('Tidak ada yang menunggu pengesahan');
    expect(screen.getByRole('link', { name: 'Lihat inovasi unit' })).toBeTruthy();
  });
});
