import type { Schemas } from '../../api/client';
import { router } from '../../lib/router.svelte';
import { session } from '../../lib/session.svelte';

/** What of a notice says where it happened. */
export type Happened = Pick<Schemas['Notice'], 'action' | 'subject' | 'indicator'>;

/** Where the work stands that some things ask for; without the right to it, the thing itself. */
function work({ action }: Happened): string | null {
  if (action === 'submission.handed_in' && session.may('endorse')) return '/pengesahan';
  if (action === 'submission.endorsed' && session.may('verify')) return '/antrean';
  if (action === 'proposal.received' && session.may('moderate_ideas')) return '/usulan';
  return null;
}

/** The address that a notice leads to; null: there is no place for it. */
export function placeOf(notice: Happened): string | null {
  const { action, subject, indicator } = notice;
  const path = work(notice);
  if (path !== null) return router.link(path);
  const [kind] = action.split('.');
  switch (kind) {
    case 'submission':
      return router.link(`/inovasi/${subject}`);
    case 'claim':
    case 'objection':
    case 'remark':
      return router.link(`/inovasi/${subject}`) + (indicator ? `#indikator-${indicator}` : '');
    case 'year':
      return router.link('/', /^\d{4}$/.test(subject) ? { tahun: subject } : {});
    case 'proposal':
      return action === 'proposal.accepted' ? router.link('/inovasi', { status: 'draft' }) : null;
    default:
      return null;
  }
}
