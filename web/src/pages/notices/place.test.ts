import { beforeEach, expect, it } from 'vitest';
import { router } from '../../lib/router.svelte';
import { operator, signIn } from '../../lib/samples';
import { placeOf, type Happened } from './place';

beforeEach(() => {
  window.scrollTo = () => undefined;
  router.replace('/pemberitahuan?daerah=14.01&tahun=2026');
});

const innovation = { id: 's-1', name: 'Jemput Bola', of_government: false };
const government = { id: 's-0', name: 'Kabupaten Kampar', of_government: true };
const nothing = { submission: null, indicator: null, year: 2023, unit: null };
const AT = '?daerah=14.01&tahun=2023';
const UNIT = `${AT}&unit=Dinas+Kesehatan`;

it.each([
  // kind, submission, needed, the address with it and without
  ['submission.handed_in', innovation, 'endorse', `/pengesahan${AT}`, `/inovasi/s-1${AT}`],
  ['submission.endorsed', innovation, 'verify', `/antrean${AT}`, `/inovasi/s-1${AT}`],
  ['reminder.endorse', null, 'endorse', `/pengesahan${AT}`, `/inovasi${AT}`],
  ['reminder.verify', null, 'verify', `/antrean${AT}`, `/inovasi${AT}`],
  ['proposal.received', null, 'moderate_ideas', `/usulan${AT}`, null],
  ['mail.given_up', null, 'manage_people', `/pengaturan${AT}`, null],
] as const)('%s leads to the work, for those whose work it is', (...row) => {
  const [kind, submission, needed, there, otherwise] = row;
  const notice = { ...nothing, kind, submission };
  signIn({ ...operator, permissions: { ...operator.permissions, [needed]: 'region' } });
  expect(placeOf(notice)).toBe(there);
  signIn(operator);
  expect(placeOf(notice)).toBe(otherwise);
});

it.each<[Partial<Happened> & Pick<Happened, 'kind'>, string | null]>([
  [{ kind: 'submission.sent_back', submission: innovation }, `/inovasi/s-1${AT}`],
  [
    { kind: 'claim.returned', submission: innovation, indicator: '17' },
    `/inovasi/s-1${AT}#indikator-17`,
  ],
  [
    { kind: 'remark.made', submission: government, indicator: '2a' },
    `/pemerintah${AT}#indikator-2a`,
  ],
  [{ kind: 'year.locked' }, `/${AT}`],
  [{ kind: 'year.calendar', year: null }, '/?daerah=14.01'],
  [{ kind: 'reminder.finish', unit: 'Dinas Kesehatan' }, `/inovasi${UNIT}&status=draft`],
  [{ kind: 'reminder.answer', unit: 'Dinas Kesehatan' }, `/inovasi${UNIT}`],
  [{ kind: 'claim.lowered' }, null],
])('%o leads to what it is about', (happened, expected) => {
  signIn(operator);
  expect(placeOf({ ...nothing, ...happened })).toBe(expected);
});
