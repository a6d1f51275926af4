import type { Component } from 'svelte';
import type { Place } from '../lib/place.svelte';
import type { Route } from '../lib/router.svelte';

type Page = Component<{ place: Place }>;

/** Each page is fetched when it is first asked for; the address says which. */
const PAGES: Record<Exclude<Route['page'], 'missing'>, () => Promise<{ default: Page }>> = {
  home: () => import('./home/Home.svelte'),
  innovations: () => import('./innovations/Innovations.svelte'),
  innovation: () => import('./innovations/Innovation.svelte'),
  government: () => import('./government/Government.svelte'),
  units: () => import('./units/Units.svelte'),
  rules: () => import('./rules/Rules.svelte'),
};

const fetched = new Map<string, Promise<Page>>();

/** The component of a page. The same promise each time, so that a page is not mounted twice. */
export function load(page: keyof typeof PAGES): Promise<Page> {
  const known = fetched.get(page);
  if (known) return known;
  const asked = PAGES[page]().then((module) => module.default);
  fetched.set(page, asked);
  asked.catch(() => fetched.delete(page));
  return asked;
}
