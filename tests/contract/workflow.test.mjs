// From handing in to the objection, played by the people of the sample on the running program. Every
// answer is held to api/openapi.yaml. Run: node --test tests/contract/
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faultsOf, operationNamed } from './contract.mjs';
import { startServer } from './server.mjs';

const region = '/api/v1/regions/14.01';
const year = `${region}/years/2026`;
const cookies = {}; // by role
const because = 'Surat keputusan belum ditandatangani';
let server;
let unit; // of operator and head
let mine; // a submission of that unit that counts

/** A call in a role; the answer must be as the contract promises. */
async function call(role, operationId, target, body) {
  const operation = operationNamed(operationId);
  const answer = await fetch(server.address + target, {
    method: operation.method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      cookie: cookies[role] ?? '',
      'accept-language': 'en',
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  const contentType = answer.headers.get('content-type');
  assert.deepEqual(faultsOf(operation, { status: answer.status, contentType, body: text }), []);
  return { status: answer.status, ...JSON.parse(text) };
}

const own = (rest) => `/api/v1/submissions/${mine}${rest}`;
const submissionSeenBy = (role) => call(role, 'getSubmission', own(''));
const claimOf = (indicator) => call('verifier', 'getClaim', own(`/claims/${indicator}`));
const claim = (role, indicator, level) =>
  call(role, 'putClaim', own(`/claims/${indicator}`), { level });
const overview = () => call('coordinator', 'getOverview', year);

async function verdict(indicator, given, role = 'verifier') {
  const { claim: standing } = await claimOf(indicator);
  return call(role, 'verifyClaim', own(`/claims/${indicator}/verification`), {
    claim_revision: standing.claim_revision,
    ...given,
  });
}

async function signInAsEverybody() {
  const { sample_people: people } = await call('', 'getSession', '/api/v1/session');
  for (const { role, email, password, unit: name } of people) {
    const answer = await fetch(`${server.address}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    cookies[role] = answer.headers.getSetCookie()[0].split(';')[0];
    if (role === 'operator') unit = name;
  }
}

before(async () => {
  server = await startServer(['samples/kampar-2026.json'], ['--sample-people']);
  await signInAsEverybody();
  const target = `${year}/innovations?limit=200&state=submitted&unit=${encodeURIComponent(unit)}`;
  const { items } = await call('operator', 'listInnovations', target);
  mine = items.find(({ counted }) => counted).submission;
});

after(async () => {
  const ended = await server?.stop();
  if (ended) assert.equal(ended.code, 0, 'SIGTERM ends the server properly');
});

describe('a submission', () => {
  it('is opened again by the coordinator, who says why', async () => {
    const course = await call('coordinator', 'setSubmissionState', own('/state'), {
      to: 'draft',
      reason: because,
    });
    assert.deepEqual([course.status, course.state, course.endorsed], [200, 'draft', null]);
    assert.equal((await submissionSeenBy('operator')).course.last_word.reason, because);
  });

  it('is handed in once, and taken back before it is endorsed', async () => {
    const course = await call('operator', 'handIn', own('/hand-in'));
    assert.deepEqual([course.waits_for_endorsement, course.state], [true, 'draft']);
    assert.equal(course.handed_in.name, 'Olan Contoh');
    assert.equal((await call('operator', 'handIn', own('/hand-in'))).status, 409);
    const back = await call('operator', 'takeBack', own('/hand-in'));
    assert.deepEqual([back.waits_for_endorsement, back.handed_in], [false, null]);
    assert.equal((await call('operator', 'takeBack', own('/hand-in'))).status, 409);
  });

  it('is sent back by the head of the unit with a reason', async () => {
    await call('operator', 'handIn', own('/hand-in'));
    const target = own('/sending-back');
    assert.equal((await call('unit_head', 'sendBack', target, { reason: 'pendek' })).status, 400);
    const course = await call('unit_head', 'sendBack', target, { reason: because });
    assert.deepEqual([course.waits_for_endorsement, course.last_word.reason], [false, because]);
  });

  it('waits for its head, who endorses in bulk and is told of each', async () => {
    // Whatever the sample had verified is gone at level 0.
    for (const [indicator, level] of Object.entries({ 16: 3, 17: 2, 18: 2 })) {
      await claim('operator', indicator, 0);
      await claim('operator', indicator, level);
    }
    const before = await overview();
    await call('operator', 'handIn', own('/hand-in'));
    const waiting = await call('unit_head', 'listEndorsements', `${year}/endorsements`);
    assert.deepEqual([waiting.total, waiting.items[0].submission], [1, mine]);
    const nobody = '0193b0a0-0000-7000-8000-000000000000';
    const submissions = [mine, nobody, mine];
    const done = await call('unit_head', 'endorse', `${year}/endorsements`, { submissions });
    assert.deepEqual(
      done.items.map(({ endorsed }) => endorsed),
      [true, false, false],
    );
    assert.equal(done.items[2].text, 'It was endorsed already.');
    const { course, claims } = await submissionSeenBy('verifier');
    assert.deepEqual([course.state, course.endorsed.name], ['submitted', 'Kirana Contoh']);
    assert.equal(claims.find(({ indicator }) => indicator === '16').state, 'waiting');
    assert.equal((await overview()).submissions.submitted, before.submissions.submitted + 1);
  });

  it('has gaps, each with what it is worth', async () => {
    const readiness = await call('operator', 'getSubmissionReadiness', own('/readiness'));
    assert.ok(readiness.met <= readiness.checks);
    assert.equal(readiness.worth_when_counted, null);
    assert.ok(readiness.due.some(({ step, overdue }) => step === 'verify' && !overdue));
  });
});

describe('a claim', () => {
  it('stands in the queue, and the queue can be paged both ways', async () => {
    const filter = `unit=${encodeURIComponent(unit)}`;
    const all = await call('verifier', 'getQueue', `${year}/queue?${filter}&limit=200`);
    assert.ok(all.items.some((item) => item.submission === mine && item.indicator === '16'));
    for (const sort of ['age', 'effect']) {
      const target = `${year}/queue?sort=${sort}&limit=2`;
      const first = await call('verifier', 'getQueue', target);
      assert.equal(first.previous, null);
      const second = await call('verifier', 'getQueue', `${target}&after=${first.next}`);
      const back = await call('verifier', 'getQueue', `${target}&before=${second.previous}`);
      assert.deepEqual(back.items, first.items);
      assert.notDeepEqual(second.items, first.items);
    }
  });

  it('is accepted, lowered and returned, and the verified index follows', async () => {
    const [before, { maturity }] = [await overview(), await submissionSeenBy('verifier')];
    const accepted = await verdict('16', { verdict: 'accepted' });
    assert.deepEqual([accepted.claim.state, accepted.claim.verified_level], ['accepted', 3]);
    assert.equal((await verdict('17', { verdict: 'lowered', level: 1 })).status, 400, 'no reason');
    const wrong = await verdict('17', { verdict: 'lowered', level: 2, reason: because });
    assert.equal(wrong.status, 400, 'not lower');
    const lowered = await verdict('17', { verdict: 'lowered', level: 1, reason: because });
    assert.deepEqual([lowered.claim.state, lowered.claim.verified_level], ['lowered', 1]);
    const returned = await verdict('18', { verdict: 'returned', reason: because });
    assert.deepEqual([returned.claim.state, returned.claim.verified_level], ['returned', 0]);
    assert.ok(Number(accepted.maturity.verified) > Number(maturity.verified));
    const now = await overview();
    assert.deepEqual(now.verified, returned.verified);
    assert.ok(now.expected.decided > before.expected.decided);
    assert.equal(now.open_work.total.returned, before.open_work.total.returned + 1);
  });

  it('is not judged by a look at what it was before', async () => {
    const { claim: standing } = await claimOf('16');
    await claim('operator', '16', 2);
    const stale = await verdict('16', {
      verdict: 'accepted',
      claim_revision: standing.claim_revision,
    });
    assert.equal(stale.status, 409);
    assert.match(stale.errors[0].text, /changed since you looked at it/);
    const { claim: changed } = await claimOf('16');
    assert.deepEqual([changed.state, changed.verified_level], ['waiting', 2]);
  });

  it('that was returned is answered by claiming it again', async () => {
    const before = (await claimOf('18')).claim;
    assert.equal((await claim('operator', '18', 2)).claim.state, 'waiting');
    const after = (await claimOf('18')).claim;
    assert.equal(after.claim_revision, before.claim_revision + 1);
    assert.equal((await verdict('18', { verdict: 'accepted' })).claim.verified_level, 2);
  });

  it('tells the public its state, but not who said what', async () => {
    await call('coordinator', 'putSettings', `${region}/settings`, {
      figures_open: true,
      second_factor_for: [],
    });
    const { claims, course } = await submissionSeenBy('nobody');
    const lowered = claims.find(({ indicator }) => indicator === '17');
    assert.deepEqual([lowered.state, lowered.verdict], ['lowered', null]);
    assert.deepEqual([course.endorsed.name, course.last_word], [null, null]);
  });

  it('has a thread of remarks', async () => {
    for (const role of ['verifier', 'operator']) {
      await call(role, 'addRemark', own('/claims/17/remarks'), { text: `Kata ${role}` });
    }
    const { remarks, verdicts } = await call('auditor', 'getClaim', own('/claims/17'));
    assert.deepEqual(
      remarks.map(({ text }) => text),
      ['Kata verifier', 'Kata operator'],
    );
    assert.equal(verdicts.at(-1).reason, because);
  });
});

describe('an objection', () => {
  const target = (rest = '') => own(`/claims/17/objection${rest}`);
  const reason = 'Bukti halaman empat memenuhi parameter dua';

  it('is made once, by the unit, against what was lowered', async () => {
    const accepted = own('/claims/18/objection');
    assert.equal((await call('operator', 'object', accepted, { reason })).status, 409);
    const objection = await call('operator', 'object', target(), { reason });
    assert.equal(objection.decision, null);
    assert.equal((await call('unit_head', 'object', target(), { reason })).status, 409);
    const open = await call('coordinator', 'listObjections', `${year}/objections`);
    assert.equal(open.items[0].submission, mine);
  });

  it('is not decided by whoever gave the verdict', async () => {
    const open = await call('verifier', 'listObjections', `${year}/objections`);
    assert.deepEqual(open.items, []);
    const given = { outcome: 'upheld', level: 2, reason };
    assert.equal(
      (await call('verifier', 'decideObjection', target('/decision'), given)).status,
      403,
    );
  });

  it('that is upheld raises what is verified', async () => {
    const low = { outcome: 'upheld', level: 1, reason };
    const decision = target('/decision');
    assert.equal((await call('coordinator', 'decideObjection', decision, low)).status, 400);
    const given = { outcome: 'upheld', level: 2, reason };
    const saved = await call('coordinator', 'decideObjection', decision, given);
    assert.deepEqual([saved.claim.state, saved.claim.verified_level], ['accepted', 2]);
    assert.equal((await call('coordinator', 'decideObjection', decision, given)).status, 409);
    const { claim: standing } = await claimOf('17');
    assert.equal(standing.objection.decision.outcome, 'upheld');
  });
});

describe('the calendar', () => {
  const targets = { endorse: 3, verify: 7, answer: 7, object: 14, decide: 14 };
  const put = (dates) =>
    call('coordinator', 'putCalendar', `${year}/calendar`, { targets, ...dates });

  it('closes the year for units, with an exception for one of them', async () => {
    const closed = await put({ opens_on: '2020-01-01', closes_on: '2020-01-31' });
    assert.deepEqual([closed.phase, closed.days_left], ['closed', null]);
    const refused = await claim('operator', '19', 1);
    assert.equal(refused.status, 409);
    assert.match(refused.errors[0].text, /closed after 2020-01-31/);
    assert.equal((await claim('coordinator', '19', 1)).status, 200);
    const { items } = await call('coordinator', 'listUnitTree', `${region}/unit-tree`);
    const id = items.find(({ name }) => name === unit).id;
    const exception = `${year}/calendar/exceptions/${id}`;
    const given = { until: '2099-12-31', reason: 'Banjir besar di wilayah unit ini' };
    const calendar = await call('coordinator', 'putException', exception, given);
    assert.equal(calendar.exceptions[0].name, unit);
    assert.equal((await claim('operator', '19', 2)).status, 200);
    await call('coordinator', 'endException', exception);
    assert.equal((await claim('operator', '19', 3)).status, 409);
  });

  it('is extended with a reason', async () => {
    const dates = { closes_on: '2020-01-31', extended_to: '2099-12-31' };
    assert.equal((await put(dates)).status, 400);
    const extended = await put({ ...dates, reason: 'Diminta oleh banyak unit kerja' });
    assert.equal(extended.phase, 'open');
    assert.ok((await overview()).open_work.days_left > 365);
    assert.equal((await claim('operator', '19', 3)).status, 200);
  });

  it('locks the year for everybody', async () => {
    const lock = `${year}/calendar/lock`;
    assert.equal(
      (await call('coordinator', 'lockYear', lock, { reason: because })).phase,
      'locked',
    );
    for (const role of ['operator', 'coordinator']) {
      const refused = await claim(role, '19', 1);
      assert.equal(refused.status, 409);
      assert.match(refused.errors[0].text, /locked since/);
    }
    assert.equal((await verdict('19', { verdict: 'accepted' })).status, 409);
    const open = await call(
      'coordinator',
      'unlockYear',
      `${lock}?reason=${encodeURIComponent(because)}`,
    );
    assert.equal(open.phase, 'open');
  });

  it('and all the rest stand in the log, and the log is whole', async () => {
    const ledger = await call('auditor', 'listLedger', `${region}/ledger?limit=200`);
    const actions = new Set(ledger.items.map(({ action }) => action));
    for (const action of [
      'submission.reopened',
      'submission.handed_in',
      'submission.taken_back',
      'submission.sent_back',
      'submission.endorsed',
      'claim.accepted',
      'claim.lowered',
      'claim.returned',
      'remark.made',
      'objection.made',
      'objection.upheld',
      'year.calendar',
      'year.exception_given',
      'year.exception_ended',
      'year.locked',
      'year.unlocked',
    ]) {
      assert.ok(actions.has(action), action);
    }
    const found = await call('auditor', 'verifyLedger', `${region}/ledger/verification`);
    assert.equal(found.whole, true);
  });
});
