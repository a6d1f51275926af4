import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Schemas } from '../../api/client';
import { fakeServer, operator, refused, signIn } from '../../lib/samples';
import { Claims } from './claims.svelte';
import Course from './Course.svelte';
import { movesFrom, stepsFor } from './course';
import { by, course, rules, submission } from './fixture';

type Submission = Schemas['Submission'];
const SEEN = 'GET /api/v1/submissions/s-1';

function seen(values: Partial<Schemas['Course']>, allowed: string[]): Submission {
  return { ...submission, allowed, course: { ...course, ...values } };
}
const draft = seen({ state: 'draft' }, ['edit_innovation', 'edit_claims']);
const waits = { state: 'draft', waits_for_endorsement: true, handed_in: by } as const;

function show(what: Submission): void {
  render(Course, { claims: new Claims(what, rules) });
}
const button = (name: string) => screen.queryByRole('button', { name });

beforeEach(() => signIn(operator));

describe('the steps that are offered', () => {
  it.each([
    ['a draft', {}, ['edit_innovation'], { handIn: true, takeBack: false, endorse: false }],
    [
      'one handed in',
      waits,
      ['edit_innovation'],
      { handIn: false, takeBack: true, endorse: false },
    ],
    [
      'one handed in, to a head',
      waits,
      ['endorse'],
      { handIn: false, takeBack: false, endorse: true },
    ],
    [
      'a draft after the deadline',
      { phase: 'closed' },
      ['edit_innovation'],
      { handIn: false, takeBack: false, endorse: false },
    ],
  ] as const)('on %s', (_, values, allowed, steps) => {
    expect(stepsFor(seen({ state: 'draft', ...values }, [...allowed]))).toEqual(steps);
  });

  it.each([
    ['draft', {}, ['withheld']],
    ['submitted', {}, ['withheld', 'rejected', 'draft']],
    ['withheld', {}, ['draft']],
    ['withheld', { endorsed: by }, ['submitted', 'draft']],
    ['submitted', { phase: 'locked' }, []],
  ] as const)('to a coordinator on one that is %s', (state, values, moves) => {
    expect(movesFrom(seen({ state, ...values }, ['manage_year']))).toEqual(moves);
    expect(movesFrom(seen({ state, ...values }, ['edit_innovation']))).toEqual([]);
  });
});

describe('the course of a submission', () => {
  it('is handed in, and shows what it waits for then', async () => {
    const server = fakeServer({
      'POST /api/v1/submissions/s-1/hand-in': { ...course, ...waits },
      [SEEN]: seen({ ...waits, due_on: '2026-05-05' }, ['edit_innovation']),
    });
    show(draft);
    expect(screen.getByText('Masih draf, belum diajukan')).toBeTruthy();
    await fireEvent.click(button('Ajukan ke kepala unit')!);
    await screen.findByText('Menunggu pengesahan kepala unit');
    expect(screen.getByText('Pengesahan paling lambat 5 Mei 2026.')).toBeTruthy();
    await screen.findByText(/Sudah diajukan/);
    expect(server.sent('POST /api/v1/submissions/s-1/hand-in')).toHaveLength(1);
    expect(button('Tarik kembali')).toBeTruthy();
  });

  it('says why it could not be handed in, and stays as it was', async () => {
    fakeServer({
      'POST /api/v1/submissions/s-1/hand-in': refused(409, [{ text: 'Sudah ditutup 1 Mei 2026.' }]),
    });
    show(draft);
    await fireEvent.click(button('Ajukan ke kepala unit')!);
    expect((await screen.findByRole('alert')).textContent).toContain('Sudah ditutup 1 Mei 2026.');
    expect(screen.getByText('Masih draf, belum diajukan')).toBeTruthy();
  });

  it('is sent back only with a reason that says something', async () => {
    const server = fakeServer({
      'POST /api/v1/submissions/s-1/sending-back': course,
      [SEEN]: draft,
    });
    show(seen(waits, ['endorse']));
    await fireEvent.click(button('Kembalikan ke operator')!);
    const field = screen.getByLabelText('Apa yang perlu diperbaiki');
    const form = within(field.closest('form')!);
    await fireEvent.input(field, { target: { value: 'kurang' } });
    await fireEvent.click(form.getByRole('button', { name: 'Kembalikan ke operator' }));
    expect(await screen.findByText(/4 huruf lagi/)).toBeTruthy();
    expect(server.asked).toHaveLength(0);
    await fireEvent.input(field, { target: { value: 'SK belum ditandatangani' } });
    await fireEvent.click(form.getByRole('button', { name: 'Kembalikan ke operator' }));
    await screen.findByText('Masih draf, belum diajukan');
    expect(server.sent('POST /api/v1/submissions/s-1/sending-back')).toEqual([
      { reason: 'SK belum ditandatangani' },
    ]);
  });

  it('keeps a reason that was being written over a reload', async () => {
    const rejecting = seen({}, ['manage_year']);
    show(rejecting);
    await fireEvent.click(button('Tolak')!);
    await fireEvent.input(screen.getByLabelText('Alasan: Tolak'), { target: { value: 'Sama' } });
    document.body.innerHTML = '';
    show(rejecting);
    await fireEvent.click(button('Tolak')!);
    const field = screen.getByLabelText<HTMLTextAreaElement>('Alasan: Tolak');
    await vi.waitFor(() => expect(field.value).toBe('Sama'));
  });
});
