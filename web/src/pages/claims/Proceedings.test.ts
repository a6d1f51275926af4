import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Schemas } from '../../api/client';
import { fakeServer, operator, refused, signIn } from '../../lib/samples';
import { by, claim, history } from './fixture';
import Proceedings from './Proceedings.svelte';

const CLAIM = '/api/v1/submissions/s-1/claims/16';
const lowered: Schemas['VerdictGiven'] = {
  revision: 1,
  claim_revision: 2,
  verdict: 'lowered',
  level: 1,
  reason: 'SK hanya dari kepala dinas.',
  by,
};
const changed = vi.fn();

function show(): void {
  render(Proceedings, { submission: 's-1', indicator: '16', revision: 2, changed });
}
beforeEach(() => {
  signIn(operator);
  changed.mockClear();
});

describe('what was said and done about a claim', () => {
  it('is told newest first, with names and reasons', async () => {
    fakeServer({ [`GET ${CLAIM}`]: history({ verdicts: [lowered] }) });
    show();
    await screen.findByText('Diturunkan ke parameter 1');
    expect(screen.getByText('SK hanya dari kepala dinas.')).toBeTruthy();
    expect(screen.getByText(/^Vira Contoh, Verifikator · 2 Mei 2026/)).toBeTruthy();
    const told = [...document.querySelectorAll('ol li b')].map((one) => one.textContent);
    expect(told).toEqual([
      'Diturunkan ke parameter 1',
      'Klaim menjadi parameter 2',
      'Klaim menjadi parameter 1',
    ]);
  });

  it('takes a remark and shows it in the thread', async () => {
    const server = fakeServer({
      [`GET ${CLAIM}`]: history(),
      [`POST ${CLAIM}/remarks`]: { id: 'm-1', text: 'SK terbit besok.', by },
    });
    show();
    const field = await screen.findByLabelText('Tulis catatan');
    await fireEvent.click(screen.getByRole('button', { name: 'Kirim catatan' }));
    await screen.findByText('Tulis dahulu catatannya.');
    await fireEvent.input(field, { target: { value: ' SK terbit besok. ' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Kirim catatan' }));
    await screen.findByText('SK terbit besok.');
    expect(server.sent(`POST ${CLAIM}/remarks`)).toEqual([{ text: 'SK terbit besok.' }]);
    expect((field as HTMLTextAreaElement).value).toBe('');
    expect(changed).toHaveBeenCalledOnce();
  });

  it('keeps the remark when it could not be sent', async () => {
    fakeServer({
      [`GET ${CLAIM}`]: history(),
      [`POST ${CLAIM}/remarks`]: refused(503, [{ text: 'Sibuk.' }]),
    });
    show();
    const field = await screen.findByLabelText<HTMLTextAreaElement>('Tulis catatan');
    await fireEvent.input(field, { target: { value: 'Jangan hilang' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Kirim catatan' }));
    await screen.findByText('Sibuk.');
    expect(field.value).toBe('Jangan hilang');
  });

  it('offers no form to who may not write', async () => {
    fakeServer({ [`GET ${CLAIM}`]: history({ can: [] }) });
    show();
    await screen.findByText('Belum ada catatan pada indikator ini.');
    expect(screen.queryByLabelText('Tulis catatan')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Sanggah putusan ini' })).toBeNull();
  });
});

describe('an objection', () => {
  const objection: Schemas['Objection'] = {
    reason: 'SK Bupati ada pada halaman 3.',
    by: { ...by, name: 'Olan Contoh', role: 'operator' },
    claim_revision: 2,
    due_on: '2026-05-16',
    overdue: false,
    decision: null,
  };

  it('is made once, with a reason', async () => {
    let now = history({ can: ['object'] });
    const server = fakeServer({
      [`GET ${CLAIM}`]: () => now,
      [`POST ${CLAIM}/objection`]: () => {
        now = history({ claim: claim('16', 2, { state: 'lowered', objection }), can: [] });
        return objection;
      },
    });
    show();
    await fireEvent.click(await screen.findByRole('button', { name: 'Sanggah putusan ini' }));
    await fireEvent.input(screen.getByLabelText('Alasan sanggahan'), {
      target: { value: objection.reason },
    });
    await fireEvent.click(screen.getByRole('button', { name: 'Kirim sanggahan' }));
    await screen.findByText('Diputuskan paling lambat 16 Mei 2026.');
    expect(server.sent(`POST ${CLAIM}/objection`)).toEqual([{ reason: objection.reason }]);
    expect(screen.queryByRole('button', { name: 'Sanggah putusan ini' })).toBeNull();
  });

  it('is upheld with a level above the verified one', async () => {
    const disputed = claim('16', 3, { state: 'lowered', verified_level: 1, objection });
    const server = fakeServer({
      [`GET ${CLAIM}`]: history({ claim: disputed, can: ['decide_objection'] }),
      [`POST ${CLAIM}/objection/decision`]: {},
    });
    show();
    await fireEvent.click(await screen.findByRole('button', { name: 'Kabulkan' }));
    const levels = screen.getByLabelText('Parameter yang terverifikasi');
    expect([...levels.querySelectorAll('option')].map((one) => one.textContent)).toEqual([
      'Parameter 2',
      'Parameter 3',
    ]);
    await fireEvent.change(levels, { target: { value: '2' } });
    await fireEvent.input(screen.getByLabelText('Alasan putusan'), {
      target: { value: 'SK Bupati memang terlampir.' },
    });
    await fireEvent.click(screen.getByRole('button', { name: 'Kabulkan' }));
    await vi.waitFor(() =>
      expect(server.sent(`POST ${CLAIM}/objection/decision`)).toEqual([
        { outcome: 'upheld', level: 2, reason: 'SK Bupati memang terlampir.' },
      ]),
    );
  });
});
