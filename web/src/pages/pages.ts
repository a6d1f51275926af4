import type { Component } from 'svelte';
import type { Place } from '../lib/place.svelte';
import type { Route } from '../lib/router.svelte';
import type { Action } from '../lib/session.svelte';

type Loaded<C> = () => Promise<{ default: C }>;

/** Pages about a region's year. Each is fetched when it is first asked for. */
const PLACED = {
  home: () => import('./home/Home.svelte'),
  innovations: () => import('./innovations/Innovations.svelte'),
  innovation: () => import('./innovations/Innovation.svelte'),
  profile: () => import('./profile/ProfilePage.svelte'),
  evidence: () => import('./evidence/EvidencePage.svelte'),
  government: () => import('./government/Government.svelte'),
  units: () => import('./units/Units.svelte'),
  rules: () => import('./rules/Rules.svelte'),
  queue: () => import('./queue/Queue.svelte'),
  endorsements: () => import('./endorsements/Endorsements.svelte'),
} satisfies Partial<Record<Route['page'], Loaded<Component<{ place: Place }>>>>;

/** Pages about people; they need no year on record. */
const PLACELESS = {
  signin: () => import('./signin/SignIn.svelte'),
  link: () => import('./signin/Link.svelte'),
  account: () => import('./account/Account.svelte'),
  notices: () => import('./notices/Notices.svelte'),
  settings: () => import('./settings/Settings.svelte'),
  ledger: () => import('./ledger/Ledger.svelte'),
  proposals: () => import('./proposals/Proposals.svelte'),
  propose: () => import('./proposals/Propose.svelte'),
} satisfies Partial<Record<Route['page'], Loaded<Component>>>;

/** What one must be allowed to do to see a page; the others are for everybody. */
export const NEEDED: Partial<Record<Route['page'], Action>> = {
  account: 'manage_self',
  notices: 'manage_self',
  settings: 'manage_people',
  queue: 'verify',
  endorsements: 'endorse',
  ledger: 'read_ledger',
  evidence: 'read_evidence',
  proposals: 'moderate_ideas',
};

export type PlacedPage = keyof typeof PLACED;
export type PlacelessPage = keyof typeof PLACELESS;

export function isPlaceless(page: Route['page']): page is PlacelessPage {
  return page in PLACELESS;
}

const fetched = new Map<string, Promise<unknown>>();

/** The same promise each time, so that a page is not mounted twice; a failure is not kept. */
function once<C>(page: string, from: Loaded<C>): Promise<C> {
  const known = fetched.get(page) as Promise<C> | undefined;
  if (known) return known;
  const asked = from().then((module) => module.default);
  fetched.set(page, asked);
  asked.catch(() => fetched.delete(page));
  return asked;
}

/** The component of a page about a region's year. */
export function load(page: PlacedPage): Promise<Component<{ place: Place }>> {
  return once(page, PLACED[page]);
}

/** The component of a page about people. */
export function loadPlaceless(page: PlacelessPage): Promise<Component> {
  return once<Component>(page, PLACELESS[page]);
}
