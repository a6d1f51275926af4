import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { router } from '../../lib/router.svelte';
import { fakeServer, nobody, operator, refused, signIn } from '../../lib/samples';
import { session } from '../../lib/session.svelte';
import Again from './Again.svelte';
import SignIn from './SignIn.svelte';

beforeEach(() => {
  window.scrollTo = () => undefined;
  signIn(nobody);
  router.replace('/masuk?ke=%2Finovasi%2F0b1c');
});
afterEach(() => vi.useRealTimers());

async function fill(email: string, password: string): Promise<void> {
  await fireEvent.input(screen.getByLabelText('Surel'), { target: { value: email } });
  await fireEvent.input(screen.getByLabelText('Kata sandi'), { target: { value: password } });
  await fireEvent.click(screen.getByRole('button', { name: 'Masuk' }));
}

describe('signing in', () => {
  it('leads back to where the reader came from', async () => {
    const server = fakeServer({ 'POST /api/v1/session': operator });
    render(SignIn);
    await fill(' operator@contoh.example ', 'air pasang naik');
    await vi.waitFor(() => expect(router.route.page).toBe('innovation'));
    expect(server.sent('POST /api/v1/session')).toEqual([
      { email: 'operator@contoh.example', password: 'air pasang naik' },
    ]);
    expect(session.person?.name).toBe('Olan Contoh');
  });

  it('says in words what does not fit, and keeps what was typed', async () => {
    fakeServer({
      'POST /api/v1/session': () => refused(401, [{ text: 'Surel dan kata sandi tidak cocok.' }]),
    });
    render(SignIn);
    await fill('operator@contoh.example', 'salah');
    expect((await screen.findByRole('alert')).textContent).toContain('tidak cocok');
    expect(screen.getByLabelText<HTMLInputElement>('Surel').value).toBe('operator@contoh.example');
    expect(screen.getByLabelText<HTMLInputElement>('Kata sandi').value).toBe('salah');
    expect(router.route.page).toBe('signin');
  });

  it('names the field that is empty without asking the server', async () => {
    const server = fakeServer({});
    render(SignIn);
    await fill('', 'x');
    const email = screen.getByLabelText('Surel');
    expect(email.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(email);
    const described = email.getAttribute('aria-describedby')!.split(' ');
    expect(document.getElementById(described.at(-1)!)?.textContent).toContain('Isi alamat surel');
    expect(server.asked).toEqual([]);
  });

  it('shows the password on demand', async () => {
    fakeServer({});
    render(SignIn);
    const password = screen.getByLabelText<HTMLInputElement>('Kata sandi');
    expect(password.type).toBe('password');
    await fireEvent.click(screen.getByRole('button', { name: 'Tampilkan: Kata sandi' }));
    expect(password.type).toBe('text');
  });

  it('counts down while too many were tried, and then lets one try again', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    const answer = () =>
      refused(429, [{ text: 'Terlalu banyak percobaan.' }], { 'retry-after': '75' });
    fakeServer({ 'POST /api/v1/session': answer });
    render(SignIn);
    await fill('operator@contoh.example', 'salah');
    await screen.findAllByText('Percobaan berikutnya dapat dilakukan dalam 1 menit 15 detik.');
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Masuk' });
    expect(button.disabled).toBe(true);
    await vi.advanceTimersByTimeAsync(15_000);
    await screen.findByText('Percobaan berikutnya dapat dilakukan dalam 1 menit.');
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.waitFor(() => expect(button.disabled).toBe(false));
  });

  it('sends who lacks a required second factor to their account first', async () => {
    fakeServer({ 'POST /api/v1/session': { ...operator, second_factor: 'due' } });
    render(SignIn);
    await fill('operator@contoh.example', 'air pasang naik');
    await vi.waitFor(() => expect(router.route.page).toBe('account'));
  });

  it('tells who is signed in already', () => {
    signIn(operator);
    render(SignIn);
    expect(screen.getByRole('heading').textContent).toBe('Anda sudah masuk sebagai Olan Contoh');
    expect(screen.getByRole('link').getAttribute('href')).toBe('/inovasi/0b1c');
  });
});

describe('the second factor', () => {
  const needed = { ...nobody, second_factor: 'needed' as const };

  it('is asked for after the password, and takes a pasted code', async () => {
    const server = fakeServer({
      'POST /api/v1/session': needed,
      'POST /api/v1/session/second-factor': operator,
    });
    render(SignIn);
    await fill('operator@contoh.example', 'air pasang naik');
    const code = await screen.findByLabelText<HTMLInputElement>('Kode enam angka');
    expect(document.activeElement).toBe(code);
    await fireEvent.input(code, { target: { value: '123 456' } });
    expect(code.value).toBe('123456');
    await fireEvent.click(screen.getByRole('button', { name: 'Lanjut' }));
    await vi.waitFor(() => expect(router.route.page).toBe('innovation'));
    expect(server.sent('POST /api/v1/session/second-factor')).toEqual([{ code: '123456' }]);
  });

  it('is not sent while digits are missing, and says when it does not fit', async () => {
    signIn(needed);
    const server = fakeServer({
      'POST /api/v1/session/second-factor': () =>
        refused(422, [{ field: 'code', text: 'Kode ini tidak cocok.' }]),
    });
    render(SignIn);
    const code = screen.getByLabelText('Kode enam angka');
    await fireEvent.input(code, { target: { value: '123' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Lanjut' }));
    await screen.findByText('Kode terdiri atas tepat enam angka.');
    expect(server.asked).toEqual([]);
    await fireEvent.input(code, { target: { value: '123457' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Lanjut' }));
    await vi.waitFor(() => expect(screen.getAllByText('Kode ini tidak cocok.')).toHaveLength(2));
    expect(code.getAttribute('aria-invalid')).toBe('true');
  });

  it('can be given up to sign in as somebody else', async () => {
    signIn(needed);
    fakeServer({ 'DELETE /api/v1/session': nobody });
    render(SignIn);
    await fireEvent.click(screen.getByRole('button', { name: 'Masuk sebagai orang lain' }));
    await screen.findByLabelText('Surel');
  });
});

describe('the people of the sample', () => {
  it('are signed in with one press, and are said to be made up', async () => {
    const olan = {
      name: 'Olan Contoh',
      email: 'operator@contoh.example',
      password: 'contoh contoh',
      role: 'operator' as const,
      unit: 'Dinas Kesehatan',
    };
    signIn({ ...nobody, sample_people: [olan] });
    const server = fakeServer({ 'POST /api/v1/session': operator });
    render(SignIn);
    expect(screen.getByText(/rekaan/)).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: /Operator Olan Contoh/ }));
    await vi.waitFor(() => expect(session.person?.name).toBe('Olan Contoh'));
    expect(server.sent('POST /api/v1/session')).toEqual([
      { email: olan.email, password: olan.password },
    ]);
  });
});

describe('a session that ended while somebody was at work', () => {
  it('is renewed over the page by the same person', async () => {
    signIn(operator);
    session.expired = true;
    fakeServer({ 'POST /api/v1/session': operator });
    router.replace('/unit');
    render(Again);
    expect(screen.getByRole('dialog', { name: 'Sesi Anda berakhir' })).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Surel').value).toBe('operator@contoh.example');
    await fill('operator@contoh.example', 'air pasang naik');
    await vi.waitFor(() => expect(session.expired).toBe(false));
    expect(router.route.page).toBe('units');
  });

  it('becomes a visit when the dialog is left', async () => {
    signIn(operator);
    session.expired = true;
    render(Again);
    await fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    expect(session.person).toBeNull();
  });
});
