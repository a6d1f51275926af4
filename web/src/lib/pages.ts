/** The main pages in the order of the navigation, and what one must be allowed to do to see them. */
import type { Action } from './session.svelte';

export const MAIN = [
  { page: 'home', path: '/', needs: null },
  { page: 'innovations', path: '/inovasi', needs: null },
  { page: 'evidence', path: '/data-dukung', needs: 'read_evidence' },
  { page: 'queue', path: '/antrean', needs: 'verify' },
  { page: 'endorsements', path: '/pengesahan', needs: 'endorse' },
  { page: 'government', path: '/pemerintah', needs: null },
  { page: 'units', path: '/unit', needs: null },
  { page: 'rules', path: '/aturan', needs: null },
  { page: 'proposals', path: '/usulan', needs: 'moderate_ideas' },
  { page: 'ledger', path: '/jejak', needs: 'read_ledger' },
  { page: 'settings', path: '/pengaturan', needs: 'manage_people' },
] as const satisfies { page: string; path: string; needs: Action | null }[];

/** So many of them stand in the bar under the thumb; the others are in its menu. */
export const DOCKED = 4;
