import type { Failure } from '../api/client';
import type { id } from '../i18n/messages/common';
import type { Same } from '../i18n/messages';

/** A failure in words a user can act on; the server's own words where it gave some. */
export function explained(
  failure: Failure,
  m: Pick<Same<typeof id>, 'failures'>,
): { title: string; texts: string[] } {
  const words = m.failures;
  if (failure.kind === 'offline') return { title: words.offline, texts: [words.offlineText] };
  if (failure.problem) {
    const texts = failure.problem.errors.map((error) => error.text);
    return { title: failure.problem.title, texts: [...new Set(texts)] };
  }
  return { title: words.unexpected, texts: [words.unexpectedText] };
}

/** The server's words about one field of a form, for example `grants[0].unit`. */
export function about(failure: Failure | null, field: string): string[] {
  const errors = failure?.problem?.errors ?? [];
  return errors.filter((error) => error.field === field).map((error) => error.text);
}
