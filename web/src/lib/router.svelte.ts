/**
 * The address is the state: which page, which region and year, which filters. Plain links work;
 * clicks on them are answered without loading the page anew.
 */
export type Route =
  | { page: 'home' | 'innovations' | 'government' | 'units' | 'rules' }
  | { page: 'evidence' | 'proposals' | 'propose' }
  | { page: 'queue' | 'endorsements' }
  | { page: 'signin' | 'account' | 'settings' | 'ledger' | 'notices' | 'missing' }
  | { page: 'innovation' | 'profile'; submission: string }
  | { page: 'link'; token: string };

const PAGES: Record<string, Exclude<Route, { submission: string } | { token: string }>> = {
  '/': { page: 'home' },
  '/inovasi': { page: 'innovations' },
  '/data-dukung': { page: 'evidence' },
  '/usulan': { page: 'proposals' },
  '/usul': { page: 'propose' },
  '/pemerintah': { page: 'government' },
  '/unit': { page: 'units' },
  '/aturan': { page: 'rules' },
  '/antrean': { page: 'queue' },
  '/pengesahan': { page: 'endorsements' },
  '/masuk': { page: 'signin' },
  '/akun': { page: 'account' },
  '/pemberitahuan': { page: 'notices' },
  '/pengaturan': { page: 'settings' },
  '/jejak': { page: 'ledger' },
};
/** What stays in the address from page to page. */
const CARRIED = ['daerah', 'tahun'];

/** The page that a path stands for. */
export function route(path: string): Route {
  const trimmed = path.replace(/\/+$/, '') || '/';
  const one = /^\/inovasi\/([0-9a-f-]+)(\/profil)?$/i.exec(trimmed);
  if (one?.[1]) return { page: one[2] ? 'profile' : 'innovation', submission: one[1] };
  const link = /^\/undangan\/([\w.~-]+)$/.exec(trimmed);
  if (link?.[1]) return { page: 'link', token: link[1] };
  return PAGES[trimmed] ?? { page: 'missing' };
}

/** An address inside the program as somebody handed it over; the home page for any other. */
export function inside(address: string | null): string {
  return address && /^\/(?![/\\])/.test(address) ? address : '/';
}

/** `query` with some values changed; null or an empty string takes the name out. */
export function changed(
  query: URLSearchParams,
  values: Record<string, string | number | null>,
): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, String(value));
  }
  return next;
}

class Router {
  #url = $state.raw(new URL(window.location.href));
  readonly route = $derived(route(this.#url.pathname));
  readonly query = $derived(this.#url.searchParams);
  /** Grows with every page that a reader went to; the frame then moves the focus. */
  visits = $state(0);

  /** Where the reader is, to come back to. */
  get here(): string {
    return this.#url.pathname + this.#url.search + this.#url.hash;
  }

  /** An address inside the program that keeps region and year. */
  link(path: string, values: Record<string, string | number | null> = {}): string {
    const kept = new URLSearchParams();
    for (const name of CARRIED) {
      const value = this.query.get(name);
      if (value !== null) kept.set(name, value);
    }
    const text = changed(kept, values).toString();
    return text ? `${path}?${text}` : path;
  }

  /** Goes to another page as a click would: a new entry in the history, from the top. */
  go(address: string): void {
    const before = this.#url.pathname;
    history.pushState(null, '', address);
    this.#arrive(before);
  }

  /** Goes to another page in place of this one: the way back leads past it. */
  replace(address: string): void {
    const before = this.#url.pathname;
    history.replaceState(null, '', address);
    this.#arrive(before);
  }

  #arrive(before: string): void {
    this.#read();
    if (this.#url.pathname === before) return;
    window.scrollTo(0, 0);
    this.visits++;
  }

  /** Changes the query in place: filters, sort, region and year. */
  ask(values: Record<string, string | number | null>): void {
    const text = changed(this.query, values).toString();
    history.replaceState(null, '', text ? `?${text}` : this.#url.pathname);
    this.#read();
  }

  /** Starts to listen. Returns what stops it. */
  start(): () => void {
    const back = () => this.#read();
    const click = (event: MouseEvent) => this.#click(event);
    window.addEventListener('popstate', back);
    document.addEventListener('click', click);
    return () => {
      window.removeEventListener('popstate', back);
      document.removeEventListener('click', click);
    };
  }

  #read(): void {
    this.#url = new URL(window.location.href);
  }

  #click(event: MouseEvent): void {
    const link = (event.target as Element | null)?.closest('a');
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (link.pathname.startsWith('/api/') || link.getAttribute('href')?.startsWith('#')) return;
    event.preventDefault();
    this.go(link.href);
  }
}

export const router = new Router();
