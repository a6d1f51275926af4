import { beforeEach, describe, expect, it, vi } from 'vitest';
import { get, put } from '../api/client';
import { Draft } from './draft.svelte';
import { router } from './router.svelte';
import { coordinator, fakeServer, nobody, operator, refused, signIn } from './samples';
import { session } from './session.svelte';

beforeEach(() => {
  window.scrollTo = () => undefined;
  router.replace('/');
});

describe('what a person may do', () => {
  it.each([
    ['an operator in their unit', operator, { region: '14.01', unit: 'Dinas Kesehatan' }, true],
    ['an operator elsewhere', operator, { region: '14.01', unit: 'Kecamatan Salo' }, false],
    [
      'an operator in another region',
      operator,
      { region: '14.02', unit: 'Dinas Kesehatan' },
      false,
    ],
    ['an operator somewhere', operator, {}, true],
    ['a coordinator in any unit', coordinator, { region: '14.01', unit: 'Kecamatan Salo' }, true],
    ['a coordinator in another region', coordinator, { region: '14.02' }, false],
    ['nobody', nobody, {}, false],
  ])('%s edits claims', (_, who, target, may) => {
    signIn(who);
    expect(session.may('edit_claims', target)).toBe(may);
  });

  it('reaches everywhere where the server says so', () => {
    signIn(operator);
    expect(session.may('manage_self', { region: '14.02' })).toBe(true);
    signIn(nobody);
    expect(session.may('read_figures', { region: '14.02' })).toBe(true);
  });
});

describe('a call that the server refuses with 401', () => {
  const unknown = () => refused(401, [{ text: 'Anda belum masuk.' }]);

  it('leads a visitor to the sign-in page, which leads back', async () => {
    signIn(nobody);
    fakeServer({ 'GET /api/v1/submissions/s-1': unknown });
    router.replace('/inovasi/0b1c?tahun=2026#indikator-16');
    await expect(get('/api/v1/submissions/{id}', { path: { id: 's-1' } })).rejects.toThrow();
    await vi.waitFor(() => expect(router.route.page).toBe('signin'));
    expect(router.query.get('ke')).toBe('/inovasi/0b1c?tahun=2026#indikator-16');
    expect(router.query.get('tahun')).toBe('2026');
  });

  it('leaves somebody at work where they are, and notes that the session is over', async () => {
    signIn(operator);
    fakeServer({ 'PUT /api/v1/me/password': unknown, 'GET /api/v1/session': nobody });
    router.replace('/unit');
    const given = { current: 'a', password: 'b' };
    await expect(put('/api/v1/me/password', {}, given)).rejects.toThrow('Anda belum masuk.');
    await vi.waitFor(() => expect(session.expired).toBe(true));
    expect(router.route.page).toBe('units');
    expect(session.person?.name).toBe('Olan Contoh');
    signIn(operator);
    expect(session.expired).toBe(false);
  });

  it('says nothing about the session when it still holds', async () => {
    signIn(operator);
    const server = fakeServer({
      'PUT /api/v1/me/password': unknown,
      'GET /api/v1/session': operator,
    });
    await expect(put('/api/v1/me/password', {}, { current: 'a', password: 'b' })).rejects.toThrow();
    await vi.waitFor(() => expect(server.asked.at(-1)?.call).toBe('GET /api/v1/session'));
    await new Promise((rest) => setTimeout(rest));
    expect(session.expired).toBe(false);
  });

  it('keeps the page while the code is still missing', () => {
    signIn(operator);
    session.expired = true;
    session.take({ ...nobody, second_factor: 'needed' });
    expect(session.person?.name).toBe('Olan Contoh');
    expect(session.codeNeeded).toBe(true);
    session.lapse();
    expect(session.person).toBeNull();
    expect(session.expired).toBe(false);
  });
});

describe('signing out', () => {
  it('goes home as a visitor and forgets the drafts of this device', async () => {
    signIn(operator);
    const draft = new Draft('invite', () => ({ name: '' }));
    draft.value.name = 'Siti';
    draft.keep();
    localStorage.setItem('jalur.language', 'id');
    fakeServer({ 'DELETE /api/v1/session': nobody });
    router.replace('/akun');
    await session.signOut();
    expect(session.person).toBeNull();
    expect(router.route.page).toBe('home');
    expect(Object.keys(localStorage)).toEqual(['jalur.language']);
  });
});

describe('a draft', () => {
  const empty = () => ({ name: '', email: '' });

  it('is there again after a reload, with what the form has gained since', () => {
    localStorage.setItem('jalur.draft.x', '{"name":"Siti"}');
    const draft = new Draft('x', empty);
    expect(draft.found).toBe(true);
    expect(draft.value).toEqual({ name: 'Siti', email: '' });
  });

  it('is gone once it was sent', () => {
    const draft = new Draft('x', empty);
    draft.value.name = 'Siti';
    draft.keep();
    expect(new Draft('x', empty).found).toBe(true);
    draft.drop();
    expect(draft.value.name).toBe('');
    expect(new Draft('x', empty).found).toBe(false);
  });

  it('begins anew when what was kept cannot be read', () => {
    localStorage.setItem('jalur.draft.x', '{"name":');
    expect(new Draft('x', empty).found).toBe(false);
  });
});
