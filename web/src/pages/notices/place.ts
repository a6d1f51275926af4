import type { Schemas } from '../../api/client';
import { router } from '../../lib/router.svelte';
import { session, type Action } from '../../lib/session.svelte';

type Notice = Schemas['Notice'];

/** What of a notice says where it happened. */
export type Happened = Pick<Notice, 'kind' | 'submission' | 'indicator' | 'year' | 'unit'>;

/** Where the work stands that a notice asks for, and what one must be allowed to do there. */
const WORK: Partial<Record<Notice['kind'], [path: string, needs: Action]>> = {
  'submission.handed_in': ['/pengesahan', 'endorse'],
  'reminder.endorse': ['/pengesahan', 'endorse'],
  'submission.endorsed': ['/antrean', 'verify'],
  'reminder.verify': ['/antrean', 'verify'],
  'proposal.received': ['/usulan', 'moderate_ideas'],
  'mail.given_up': ['/pengaturan', 'manage_people'], // whose address is to be mended
};

/** The address that a notice leads to; null: there is no place for it that the reader may see. */
export function placeOf({ kind, submission, indicator, year, unit }: Happened): string | null {
  const at = { tahun: year };
  const work = WORK[kind];
  if (work && session.may(work[1])) return router.link(work[0], at);
  if (submission) {
    const path = submission.of_government ? '/pemerintah' : `/inovasi/${submission.id}`;
    return router.link(path, at) + (indicator ? `#indikator-${indicator}` : '');
  }
  if (kind.startsWith('year.')) return router.link('/', at);
  if (kind === 'reminder.finish') return router.link('/inovasi', { ...at, unit, status: 'draft' });
  if (kind.startsWith('reminder.')) return router.link('/inovasi', { ...at, unit });
  return null;
}
