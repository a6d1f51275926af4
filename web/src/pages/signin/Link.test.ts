import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { router } from '../../lib/router.svelte';
import { coordinator, fakeServer, nobody, operator, refused, signIn } from '../../lib/samples';
import { session } from '../../lib/session.svelte';
import Link from './Link.svelte';

const ROUTE = '/api/v1/links/14.01.abc-_9';
const link = {
  purpose: 'invitation',
  name: 'Olan Contoh',
  email: 'operator@contoh.example',
  region_name: 'Kabupaten Kampar',
  expires_at: '2026-05-02T03:42:00Z',
};

beforeEach(() => {
  window.scrollTo = () => undefined;
  signIn(nobody);
  router.replace('/undangan/14.01.abc-_9');
});

const rules = () =>
  screen
    .getAllByRole('listitem')
    .map((item) => item.textContent!.trim())
    .filter((text) => text.includes('('))
    .map((text) => text.endsWith('(terpenuhi)'));

describe('a one-time link', () => {
  it('says who is invited, to which region and until when', async () => {
    fakeServer({ [`GET ${ROUTE}`]: link });
    render(Link);
    await screen.findByRole('heading', { name: 'Anda diundang ke Jalur' });
    expect(screen.getByText(/Kabupaten Kampar mengundang Anda/).textContent).toMatch(/2 Mei 2026/);
    expect(screen.getByText('Olan Contoh')).toBeTruthy();
  });

  it('ticks the rules off while the password is typed, then signs in with it', async () => {
    const server = fakeServer({ [`GET ${ROUTE}`]: link, [`POST ${ROUTE}`]: operator });
    render(Link);
    const password = await screen.findByLabelText('Kata sandi baru');
    expect(rules()).toEqual([false, false, false]);
    await fireEvent.input(password, { target: { value: 'Olan Contoh' } });
    expect(rules()).toEqual([true, true, false]);
    await fireEvent.input(password, { target: { value: 'air pasang naik' } });
    expect(rules()).toEqual([true, true, true]);
    await fireEvent.click(screen.getByRole('button', { name: 'Simpan dan masuk' }));
    await vi.waitFor(() => expect(router.route.page).toBe('home'));
    expect(server.sent(`POST ${ROUTE}`)).toEqual([{ password: 'air pasang naik' }]);
    expect(session.person?.name).toBe('Olan Contoh');
  });

  it('asks the first coordinator who they are', async () => {
    const first = { ...link, purpose: 'first', name: '', email: '' };
    const server = fakeServer({ [`GET ${ROUTE}`]: first, [`POST ${ROUTE}`]: coordinator });
    render(Link);
    await fireEvent.input(await screen.findByLabelText('Nama lengkap'), {
      target: { value: 'Koko Contoh' },
    });
    await fireEvent.input(screen.getByLabelText('Surel'), {
      target: { value: 'koordinator@contoh.example' },
    });
    await fireEvent.input(screen.getByLabelText('Kata sandi baru'), {
      target: { value: 'air pasang naik' },
    });
    await fireEvent.click(screen.getByRole('button', { name: 'Simpan dan masuk' }));
    await vi.waitFor(() => expect(server.sent(`POST ${ROUTE}`)).toHaveLength(1));
    expect(server.sent(`POST ${ROUTE}`)[0]).toEqual({
      password: 'air pasang naik',
      name: 'Koko Contoh',
      email: 'koordinator@contoh.example',
    });
  });

  it('puts what the server minds beside the password', async () => {
    const common = { field: 'password', text: 'Kata sandi ini terlalu umum.' };
    fakeServer({ [`GET ${ROUTE}`]: link, [`POST ${ROUTE}`]: () => refused(422, [common]) });
    render(Link);
    const password = await screen.findByLabelText<HTMLInputElement>('Kata sandi baru');
    await fireEvent.input(password, { target: { value: 'rahasia1234' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Simpan dan masuk' }));
    await vi.waitFor(() => expect(document.activeElement).toBe(password));
    expect(password.value).toBe('rahasia1234');
    expect(screen.getAllByText('Kata sandi ini terlalu umum.')).toHaveLength(2);
  });

  it('tells what to do when it was used or is too old', async () => {
    fakeServer({});
    render(Link);
    await screen.findByRole('heading', { name: 'Tautan ini tidak berlaku lagi' });
    expect(screen.getByText(/Mintalah tautan baru/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Masuk' }).getAttribute('href')).toBe('/masuk');
  });

  it('can be tried again when the server is out of reach', async () => {
    const server = fakeServer({ [`GET ${ROUTE}`]: () => refused(503, [{ text: 'Sibuk.' }]) });
    render(Link);
    await screen.findByText('Sibuk.');
    server.answers[`GET ${ROUTE}`] = link;
    await fireEvent.click(screen.getByRole('button', { name: 'Coba lagi' }));
    await screen.findByText('Olan Contoh');
  });
});
