import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { router } from '../lib/router.svelte';
import { coordinator, fakeServer, nobody, operator, refused, signIn } from '../lib/samples';
import { session } from '../lib/session.svelte';
import AccountMenu from './AccountMenu.svelte';
import Navigation from './Navigation.svelte';

// Fetched on demand; on a busy machine that takes longer than a test waits.
beforeAll(() => import('./PhoneMenu.svelte'), 60_000);
beforeEach(() => {
  window.scrollTo = () => undefined;
  router.replace('/');
});

const links = () => screen.getAllByRole('link').map((link) => link.textContent!.trim());
const OPEN = ['Jalur', 'Beranda', 'Inovasi', 'Pemerintah', 'Unit', 'Aturan'];

describe('the main pages', () => {
  it.each([
    ['a visitor', nobody, [...OPEN, 'Usulkan ide']],
    ['an operator', operator, OPEN],
    ['a coordinator', coordinator, [...OPEN, 'Jejak', 'Pengaturan']],
  ])('are for %s only those they may see', (_, who, expected) => {
    signIn(who);
    render(Navigation);
    expect(links()).toEqual(expected);
  });

  it('that have no place under the thumb are in the menu, with the own account', async () => {
    signIn(coordinator);
    fakeServer({ 'DELETE /api/v1/session': nobody });
    render(Navigation);
    await fireEvent.click(screen.getByRole('button', { name: 'Menu' }));
    const menu = within(await screen.findByRole('dialog', { name: 'Menu' }));
    expect(menu.getAllByRole('link').map((link) => link.textContent!.trim())).toEqual([
      'Aturan',
      'Jejak',
      'Pengaturan',
      'Pemberitahuan',
      'Akun saya',
    ]);
    expect(menu.getByText('Koordinator')).toBeTruthy();
    await fireEvent.click(menu.getByRole('button', { name: 'Keluar' }));
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(session.person).toBeNull();
  });
});

describe('the account at the top', () => {
  it('is a way in for a visitor, which leads back here', () => {
    signIn(nobody);
    router.replace('/unit?tanpa=inovasi');
    render(AccountMenu);
    expect(screen.getByRole('link', { name: 'Masuk' }).getAttribute('href')).toBe(
      '/masuk?ke=%2Funit%3Ftanpa%3Dinovasi',
    );
  });

  it('opens, closes with Escape and gives the focus back', async () => {
    signIn(operator);
    render(AccountMenu);
    const button = screen.getByRole('button', { name: 'Akun Olan Contoh, Operator' });
    await fireEvent.click(button);
    expect(screen.getByRole('link', { name: 'Akun saya' }).getAttribute('href')).toBe('/akun');
    expect(button.getAttribute('aria-expanded')).toBe('true');
    await fireEvent.keyDown(window, { key: 'Escape' });
    expect(screen.queryByRole('link', { name: 'Akun saya' })).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('says when signing out did not work, and stays signed in', async () => {
    signIn(operator);
    fakeServer({ 'DELETE /api/v1/session': () => refused(503, [{ text: 'Sibuk.' }]) });
    render(AccountMenu);
    await fireEvent.click(screen.getByRole('button', { name: /Olan Contoh/ }));
    await fireEvent.click(screen.getByRole('button', { name: 'Keluar' }));
    await screen.findByText('Sibuk.');
    expect(session.person?.name).toBe('Olan Contoh');
  });
});
