import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { qrOf } from '../../components/qr';
import { fakeServer, operator, refused, signIn } from '../../lib/samples';
import { session } from '../../lib/session.svelte';
import Account from './Account.svelte';

const PASSWORD = 'PUT /api/v1/me/password';
const FACTOR = '/api/v1/me/second-factor';
const secret = {
  secret: 'JBSWY3DPEHPK3PXP',
  address: 'otpauth://totp/Jalur:operator@contoh.example?secret=JBSWY3DPEHPK3PXP&issuer=Jalur',
};

// Fetched on demand; on a busy machine that takes longer than a test waits.
beforeAll(() => import('../../components/QrPicture.svelte'), 60_000);
beforeEach(() => signIn(operator));

describe('the own account', () => {
  it('shows name, address, unit and roles', () => {
    fakeServer({});
    render(Account);
    expect(screen.getByText('Olan Contoh')).toBeTruthy();
    expect(screen.getByText('operator@contoh.example')).toBeTruthy();
    expect(screen.getByText('Operator, Dinas Kesehatan')).toBeTruthy();
  });
});

describe('the password', () => {
  async function change(current: string, password: string): Promise<void> {
    await fireEvent.input(screen.getByLabelText('Kata sandi sekarang'), {
      target: { value: current },
    });
    await fireEvent.input(screen.getByLabelText('Kata sandi baru'), {
      target: { value: password },
    });
    await fireEvent.click(screen.getByRole('button', { name: 'Ubah kata sandi' }));
  }

  it('is changed, and the fields are empty afterwards', async () => {
    const server = fakeServer({ [PASSWORD]: operator });
    render(Account);
    await change('air surut', 'air pasang naik');
    await screen.findByText(/Kata sandi sudah diubah/);
    expect(server.sent(PASSWORD)).toEqual([{ current: 'air surut', password: 'air pasang naik' }]);
    expect(screen.getByLabelText<HTMLInputElement>('Kata sandi sekarang').value).toBe('');
  });

  it('stays when the present one does not fit', async () => {
    const wrong = { field: 'current', text: 'Kata sandi yang sekarang tidak cocok.' };
    fakeServer({ [PASSWORD]: () => refused(422, [wrong]) });
    render(Account);
    await change('salah', 'air pasang naik');
    const current = screen.getByLabelText<HTMLInputElement>('Kata sandi sekarang');
    await vi.waitFor(() => expect(document.activeElement).toBe(current));
    expect(current.value).toBe('salah');
    expect(screen.queryByText(/Kata sandi sudah diubah/)).toBeNull();
  });
});

describe('the second factor', () => {
  it('is set up by a key that can be read, opened and proved with a code', async () => {
    const server = fakeServer({
      [`POST ${FACTOR}`]: secret,
      [`PUT ${FACTOR}`]: { ...operator, second_factor: 'on' },
    });
    render(Account);
    await fireEvent.click(screen.getByRole('button', { name: 'Pasang faktor kedua' }));
    expect((await screen.findByLabelText('Kunci')).textContent).toBe('JBSW Y3DP EHPK 3PXP');
    const open = screen.getByRole('link', { name: 'Buka aplikasi autentikator' });
    expect(open.getAttribute('href')).toBe(secret.address);
    const picture = await screen.findByRole('img', { name: /^Kode QR yang memuat kunci/ });
    expect(picture.querySelector('path:last-child')!.getAttribute('d')).toBe(
      qrOf(secret.address).path,
    );
    await fireEvent.input(screen.getByLabelText('Kode enam angka'), {
      target: { value: '123456' },
    });
    await fireEvent.click(screen.getByRole('button', { name: 'Aktifkan' }));
    await screen.findByText(/Faktor kedua aktif/);
    expect(server.sent(`PUT ${FACTOR}`)).toEqual([{ code: '123456' }]);
    expect(session.seen.second_factor).toBe('on');
    expect(screen.queryByLabelText('Kunci')).toBeNull();
  });

  it('says that the region asks for it', () => {
    signIn({ ...operator, second_factor: 'due' });
    fakeServer({});
    render(Account);
    expect(screen.getByText('Daerah Anda mensyaratkannya untuk peran Anda.')).toBeTruthy();
  });

  it('is ended only after one more question', async () => {
    signIn({ ...operator, second_factor: 'on' });
    const server = fakeServer({ [`DELETE ${FACTOR}`]: operator });
    render(Account);
    await fireEvent.click(screen.getByRole('button', { name: 'Lepas faktor kedua' }));
    expect(server.asked).toEqual([]);
    await fireEvent.click(screen.getByRole('button', { name: 'Ya, lepas' }));
    await screen.findByText('Faktor kedua sudah dilepas.');
    expect(session.seen.second_factor).toBe('off');
  });

  it('stays where the region requires it, and says so', async () => {
    signIn({ ...operator, second_factor: 'on' });
    const refusal = () => refused(409, [{ text: 'Daerah Anda mewajibkan faktor kedua.' }]);
    fakeServer({ [`DELETE ${FACTOR}`]: refusal });
    render(Account);
    await fireEvent.click(screen.getByRole('button', { name: 'Lepas faktor kedua' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Ya, lepas' }));
    await screen.findByText('Daerah Anda mewajibkan faktor kedua.');
    expect(session.seen.second_factor).toBe('on');
  });
});
