import { render, screen } from '@testing-library/svelte';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { places } from '../lib/place.svelte';
import { router } from '../lib/router.svelte';
import { coordinator, fakeServer, nobody, operator, signIn } from '../lib/samples';
import Page from './Page.svelte';

const home = { region: '14.01', year: 2026, version: '0' };
const none = { items: [], next: null };

// Fetched on demand; on a busy machine that takes longer than a test waits.
beforeAll(() => import('./settings/Settings.svelte'), 60_000);
beforeEach(async () => {
  window.scrollTo = () => undefined;
  fakeServer({ 'GET /api/v1/home': home, 'GET /api/v1/regions': none });
  await places.load();
});

describe('a page that needs a permission', () => {
  it.each(['/akun', '/pengaturan?bagian=daerah', '/jejak?orang=p-1', '/pemberitahuan'])(
    'leads a visitor from %s to the sign-in page, which leads back',
    async (path) => {
      signIn(nobody);
      router.replace(path);
      render(Page);
      await vi.waitFor(() => expect(router.route.page).toBe('signin'));
      expect(router.query.get('ke')).toBe(path);
    },
  );

  it('says to whoever is signed in that it is outside their role', () => {
    signIn(operator);
    router.replace('/pengaturan');
    render(Page);
    expect(screen.getByRole('heading').textContent).toBe('Halaman ini di luar peran Anda');
    expect(router.route.page).toBe('settings');
  });

  it('opens for the right role, though no year is on record', async () => {
    signIn(coordinator);
    router.replace('/pengaturan');
    render(Page);
    await screen.findByRole('heading', { name: 'Pengaturan' });
  });
});

describe('a region whose figures are closed', () => {
  it('asks a visitor to sign in', () => {
    signIn(nobody);
    router.replace('/');
    render(Page);
    const link = screen.getByRole('link', { name: 'Masuk' });
    expect(link.getAttribute('href')).toBe('/masuk?ke=%2F');
  });

  it('tells whoever is signed in how data come in when there are none', () => {
    signIn(operator);
    router.replace('/');
    render(Page);
    expect(screen.getByRole('heading').textContent).toBe('Belum ada data');
  });
});
