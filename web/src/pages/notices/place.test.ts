import { beforeEach, expect, it } from 'vitest';
import { router } from '../../lib/router.svelte';
import { operator, signIn } from '../../lib/samples';
import { placeOf } from './place';

beforeEach(() => {
  window.scrollTo = () => undefined;
  router.replace('/pemberitahuan?daerah=14.01&tahun=2026');
});

const AT = '?daerah=14.01&tahun=2026';

it.each([
  // action, subject, indicator, needed, the address with it and without
  ['submission.handed_in', 's-1', null, 'endorse', `/pengesahan${AT}`, `/inovasi/s-1${AT}`],
  ['submission.endorsed', 's-1', null, 'verify', `/antrean${AT}`, `/inovasi/s-1${AT}`],
  ['proposal.received', 'p-9', null, 'moderate_ideas', `/usulan${AT}`, null],
] as const)('%s leads to the work, for those whose work it is', (...row) => {
  const [action, subject, indicator, needed, there, else_] = row;
  signIn({ ...operator, permissions: { ...operator.permissions, [needed]: 'region' } });
  expect(placeOf({ action, subject, indicator })).toBe(there);
  signIn(operator);
  expect(placeOf({ action, subject, indicator })).toBe(else_);
});

it.each([
  ['submission.sent_back', 's-1', null, `/inovasi/s-1${AT}`],
  ['claim.returned', 's-1', '17', `/inovasi/s-1${AT}#indikator-17`],
  ['claim.lowered', 's-1', '2a', `/inovasi/s-1${AT}#indikator-2a`],
  ['objection.made', 's-1', '20', `/inovasi/s-1${AT}#indikator-20`],
  ['remark.made', 's-1', '20', `/inovasi/s-1${AT}#indikator-20`],
  ['year.locked', '2023', null, '/?daerah=14.01&tahun=2023'],
  ['proposal.accepted', 'p-9', null, `/inovasi${AT}&status=draft`],
  ['something.newer', 'x-1', null, null],
])('%s leads to what it is about', (action, subject, indicator, expected) => {
  signIn(operator);
  expect(placeOf({ action, subject, indicator })).toBe(expected);
});
