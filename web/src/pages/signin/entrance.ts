import { router } from '../../lib/router.svelte';
import { session } from '../../lib/session.svelte';

/** Where somebody goes who has just signed in: first to what their role still lacks. */
export function enterAt(address: string): void {
  router.replace(session.seen.second_factor === 'due' ? router.link('/akun') : address);
}
