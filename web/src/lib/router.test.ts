import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changed, inside, route, router } from './router.svelte';

describe('an address stands for a page', () => {
  it.each([
    ['/', 'home'],
    ['/inovasi', 'innovations'],
    ['/inovasi/', 'innovations'],
    ['/inovasi/0b1c', 'innovation'],
    ['/inovasi/0b1c/profil', 'profile'],
    ['/data-dukung', 'evidence'],
    ['/usul', 'propose'],
    ['/usulan', 'proposals'],
    ['/pemerintah', 'government'],
    ['/unit', 'units'],
    ['/aturan', 'rules'],
    ['/masuk', 'signin'],
    ['/undangan/14.01.pX_-9a', 'link'],
    ['/undangan/a/b', 'missing'],
    ['/akun', 'account'],
    ['/pengaturan', 'settings'],
    ['/jejak/', 'ledger'],
    ['/inovasi/a/b', 'missing'],
    ['/nowhere', 'missing'],
    ['/inovasi/%E0%A4%A', 'missing'],
  ])('%s is %s', (path, page) => {
    expect(route(path).page).toBe(page);
  });

  it('changes a query without touching the rest', () => {
    const query = new URLSearchParams('tahun=2023&cari=air');
    expect(changed(query, { cari: 'api', unit: '' }).toString()).toBe('tahun=2023&cari=api');
    expect(changed(query, { cari: null }).toString()).toBe('tahun=2023');
    expect(query.get('cari')).toBe('air');
  });
});

describe('an address to come back to', () => {
  it.each([
    ['/unit?tanpa=inovasi#isi', '/unit?tanpa=inovasi#isi'],
    [null, '/'],
    ['https://example.org/', '/'],
    ['//example.org/', '/'],
    ['/\\example.org/', '/'],
    ['javascript:alert(1)', '/'],
  ])('%s leads to %s', (address, to) => {
    expect(inside(address)).toBe(to);
  });
});

describe('the router', () => {
  let stop: () => void;
  beforeEach(() => {
    window.scrollTo = () => undefined;
    stop = router.start();
    router.go('/?daerah=14.01&tahun=2023');
  });
  afterEach(() => {
    stop();
    document.body.replaceChildren();
  });

  it('carries region and year to the next page and nothing else', () => {
    router.ask({ cari: 'obat' });
    expect(router.link('/unit')).toBe('/unit?daerah=14.01&tahun=2023');
    expect(router.link('/inovasi', { status: 'draft' })).toBe(
      '/inovasi?daerah=14.01&tahun=2023&status=draft',
    );
  });

  it('keeps filters in the address without a new entry in the history', () => {
    const before = history.length;
    router.ask({ cari: 'obat' });
    expect(location.search).toBe('?daerah=14.01&tahun=2023&cari=obat');
    expect(history.length).toBe(before);
    router.ask({ cari: null });
    expect(router.query.has('cari')).toBe(false);
  });

  it('leaves no way back to a page that was replaced', () => {
    const before = history.length;
    router.replace('/masuk?ke=%2Fjejak');
    expect(router.route.page).toBe('signin');
    expect(router.here).toBe('/masuk?ke=%2Fjejak');
    expect(history.length).toBe(before);
  });

  function click(html: string, event: MouseEventInit = {}): boolean {
    document.body.innerHTML = html;
    const inside = document.body.querySelector('b')!;
    const happened = { bubbles: true, cancelable: true, ...event };
    return !inside.dispatchEvent(new MouseEvent('click', happened));
  }

  it('answers a click on a link of its own', () => {
    expect(click('<a href="/aturan"><b>x</b></a>')).toBe(true);
    expect(router.route.page).toBe('rules');
  });

  it.each([
    ['a new tab is asked for', '<a href="/aturan"><b>x</b></a>', { ctrlKey: true }],
    ['the link is a download', '<a href="/aturan" download><b>x</b></a>', {}],
    ['the link leads to the API', '<a href="/api/v1/regions"><b>x</b></a>', {}],
    ['the link leads elsewhere', '<a href="https://example.org/"><b>x</b></a>', {}],
    ['the link is a place on the page', '<a href="#isi"><b>x</b></a>', {}],
  ])('leaves a click alone when %s', (_, html, event) => {
    const before = router.route.page;
    document.addEventListener('click', (e) => e.preventDefault(), { once: true });
    click(html, event);
    expect(router.route.page).toBe(before);
  });
});
