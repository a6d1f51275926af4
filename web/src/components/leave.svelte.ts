import { Sending } from '../lib/sending.svelte';
import { session } from '../lib/session.svelte';

/** Signing out, from whichever menu. */
export const leaving = new Sending();

/** Signs out; answers whether it worked. */
export async function leave(): Promise<boolean> {
  const left = await leaving.run(async () => {
    await session.signOut();
    return true;
  });
  return left === true;
}
