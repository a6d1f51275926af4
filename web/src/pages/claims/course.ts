import type { Schemas } from '../../api/client';

type Submission = Schemas['Submission'];

/** The steps on a submission that its unit may take now, as far as can be told here. */
export function stepsFor({ allowed, course }: Submission): {
  handIn: boolean;
  takeBack: boolean;
  endorse: boolean;
} {
  const coordinator = allowed.includes('manage_year');
  const open = course.phase === 'open' || (coordinator && course.phase !== 'locked');
  const edits = open && allowed.includes('edit_innovation');
  return {
    handIn: edits && course.state === 'draft' && !course.waits_for_endorsement,
    takeBack: edits && course.waits_for_endorsement,
    endorse: open && allowed.includes('endorse') && course.waits_for_endorsement,
  };
}

/** The states to which a coordinator may bring a submission from the one that it is in. */
export function movesFrom({ allowed, course }: Submission): Schemas['State'][] {
  if (!allowed.includes('manage_year') || course.phase === 'locked') return [];
  switch (course.state) {
    case 'draft':
      return ['withheld'];
    case 'submitted':
      return ['withheld', 'rejected', 'draft'];
    case 'withheld':
      return course.endorsed ? ['submitted', 'draft'] : ['draft'];
    case 'rejected':
      return ['submitted', 'draft'];
  }
}
