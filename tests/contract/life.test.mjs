// The life of an innovation in the running program: registered, described, moved from stage to
// stage, withdrawn, carried over; a citizen's idea that becomes one; the index as it was. Every
// answer is held to api/openapi.yaml. Run: node --test tests/contract/
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faultsOf, operationNamed } from './contract.mjs';
import { startServer } from './server.mjs';

const region = '/api/v1/regions/14.01';
let server;
const people = {}; // by role: { cookie, unit }

async function call(operationId, target, { as, body } = {}) {
  const operation = operationNamed(operationId);
  const answer = await fetch(server.address + target, {
    method: operation.method,
    headers: {
      'accept-language': 'en',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(as ? { cookie: people[as].cookie } : {}),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  const contentType = answer.headers.get('content-type');
  assert.deepEqual(faultsOf(operation, { status: answer.status, contentType, body: text }), []);
  return { status: answer.status, ...JSON.parse(text) };
}

async function signIn({ email, password, role, unit }) {
  const answer = await fetch(`${server.address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  people[role] = { cookie: answer.headers.get('set-cookie').split(';')[0], unit };
}

before(async () => {
  const samples = ['samples/kampar-2023.json', 'samples/kampar-2026.json'];
  server = await startServer(samples, ['--sample-people']);
  const { sample_people: found } = await call('getSession', '/api/v1/session');
  for (const person of found) await signIn(person);
});

after(async () => {
  const ended = await server?.stop();
  if (ended) assert.equal(ended.code, 0, 'SIGTERM ends the server properly');
});

const asOperator = (body) => ({ as: 'operator', body });
const asCoordinator = (body) => ({ as: 'coordinator', body });
const decree = (kind, number, date) => ({ kind, number, date, title: 'Jemput Obat' });

describe('an innovation', () => {
  let profile;
  const at = (part) => `/api/v1/submissions/${profile.submission}/${part}`;

  it('is registered with the least, by an operator for the own unit', async () => {
    const given = { name: 'Jemput Obat', stage: 'initiative', affair: 2 };
    const { unit } = people.operator;
    profile = await call(
      'registerInnovation',
      `${region}/years/2026/innovations`,
      asOperator({ ...given, unit }),
    );
    assert.equal(profile.status, 201);
    assert.equal(profile.state, 'draft');
    assert.ok(profile.missing.some(({ field }) => field === 'design'));
    const { items } = await call('listUnitTree', `${region}/unit-tree`, asOperator());
    const other = items.find(({ name }) => name !== unit).name;
    const refused = await call(
      'registerInnovation',
      `${region}/years/2026/innovations`,
      asOperator({ ...given, unit: other }),
    );
    assert.equal(refused.status, 403);
  });

  it('is described; words are counted, faults are told at once, a stale form is refused', async () => {
    const form = {
      revision: profile.revision,
      name: 'Jemput Obat Lansia',
      affairs: [2, 6],
      initiator: 'agency',
      initiator_name: 'Puskesmas Tambang',
      digital: false,
      form: 'public_service',
      theme: 'asta_cita_4',
      design: { problem: 'obat terlambat sampai', how_it_works: 'kader mengantar' },
      budget: 250000000,
      latitude: '-0.335000',
      longitude: '101.021100',
      asta_cita: [4],
      video: 'https://contoh.example/v',
    };
    const wrong = await call('putProfile', at('profile'), {
      as: 'operator',
      body: { ...form, latitude: '101', form: 'x', theme: 'poverty' },
    });
    assert.equal(wrong.status, 400);
    assert.deepEqual(
      wrong.errors.map(({ field }) => field),
      ['form', 'theme', 'latitude'],
    );
    const saved = await call('putProfile', at('profile'), asOperator(form));
    assert.equal(saved.status, 200);
    assert.equal(saved.words, 5);
    assert.equal(saved.budget, 250000000);
    const late = await call('putProfile', at('profile'), asCoordinator(form));
    assert.equal(late.status, 409);
    assert.equal(late.errors[0].field, 'revision');
    profile = saved;
  });

  it('steps forward with a decree and back only by the coordinator', async () => {
    const step = {
      to: 'trial',
      on: '2025-02-01',
      decree: decree('head_decision', '188.4/1', '2025-01-20'),
      reason: 'siap',
    };
    const moved = await call('moveStage', at('stage'), asOperator(step));
    assert.equal(moved.status, 200);
    assert.equal(moved.stage, 'trial');
    assert.equal(moved.steps[0].decree.number, '188.4/1');
    assert.equal(moved.next_step.to, 'implementation');
    const back = { to: 'initiative', reason: 'keliru' };
    assert.equal((await call('moveStage', at('stage'), asOperator(back))).status, 403);
    assert.equal((await call('moveStage', at('stage'), asCoordinator(back))).stage, 'initiative');
    assert.equal((await call('moveStage', at('stage'), asOperator(step))).stage, 'trial');
  });

  it('is withdrawn and comes back', async () => {
    const gone = await call(
      'withdrawSubmission',
      at('withdrawal'),
      asOperator({ reason: 'ganda' }),
    );
    assert.equal(gone.withdrawn, true);
    const target = `/api/v1/submissions/${profile.submission}`;
    assert.equal((await call('getSubmission', target, asOperator())).status, 404);
    assert.equal((await call('getProfile', at('profile'), asOperator())).withdrawn, true);
    assert.equal((await call('undoWithdrawal', at('withdrawal'), asOperator())).withdrawn, false);
    assert.equal((await call('getSubmission', target, asOperator())).status, 200);
  });

  it('leaves a trace of every step', async () => {
    const { items } = await call('listLedger', `${region}/ledger?subject=${profile.submission}`, {
      as: 'auditor',
    });
    assert.deepEqual(
      items.map(({ action }) => action).reverse(),
      ['registered', 'described', 'moved', 'moved', 'moved', 'withdrawn', 'brought_back'].map(
        (word) => `submission.${word}`,
      ),
    );
  });

  it('is carried over once, as the preview said', async () => {
    const year = await call('openYear', `${region}/years`, {
      as: 'coordinator',
      body: { year: 2027, ruleset: 'iid-2027-prognosis' },
    });
    assert.equal(year.status, 201);
    assert.ok(year.units > 0);
    const { items } = await call(
      'listInnovations',
      `${region}/years/2026/innovations?state=submitted&limit=1`,
      asCoordinator(),
    );
    const target = `/api/v1/submissions/${items[0].submission}/carry-over?to_year=2027`;
    const preview = await call('previewCarryOver', target, asCoordinator());
    const done = await call('carryOver', target, asCoordinator());
    assert.equal(done.status, 201);
    assert.deepEqual({ ...done, status: 200, submission: null }, preview);
    assert.equal((await call('carryOver', target, asCoordinator())).status, 409);
    const there = await call(
      'getSubmission',
      `/api/v1/submissions/${done.submission}`,
      asCoordinator(),
    );
    assert.deepEqual(
      there.claims.map(({ level }) => level),
      done.claims.map(({ starts_at: level }) => level),
    );
  });
});

describe("a citizen's proposal", () => {
  const idea = { name: 'Budi', title: 'Pasar daring', problem: 'Sepi', idea: 'Jual daring' };

  it('becomes a draft of a unit', async () => {
    const sent = await call('proposeIdea', `${region}/proposals`, { body: idea });
    assert.equal(sent.status, 201);
    const accepted = await call(
      'decideProposal',
      `${region}/proposals/${sent.id}/decision`,
      asCoordinator({ outcome: 'accepted', unit: people.operator.unit, year: 2026, affair: 30 }),
    );
    assert.equal(accepted.state, 'accepted');
    const profile = await call(
      'getProfile',
      `/api/v1/submissions/${accepted.submission}/profile`,
      asOperator(),
    );
    assert.equal(profile.initiator, 'public');
    assert.equal(profile.initiator_name, 'Budi');
    assert.equal(profile.stage, 'initiative');
  });

  it('is declined with a reason', async () => {
    const sent = await call('proposeIdea', `${region}/proposals`, { body: idea });
    const declined = await call(
      'decideProposal',
      `${region}/proposals/${sent.id}/decision`,
      asCoordinator({ outcome: 'declined', reason: 'sudah ada' }),
    );
    assert.equal(declined.reason, 'sudah ada');
  });

  it('is refused when too many come from one address', async () => {
    let last;
    for (let tries = 0; tries < 5; ++tries)
      last = await call('proposeIdea', `${region}/proposals`, { body: idea });
    assert.equal(last.status, 429);
  });
});

describe('the index as of an instant', () => {
  it('is the one that was seen then', async () => {
    const score = () => call('getScore', `${region}/years/2026/score`, asCoordinator());
    const then = await score();
    const at = new Date().toISOString();
    await new Promise((done) => setTimeout(done, 20));
    const { items } = await call(
      'listInnovations',
      `${region}/years/2026/innovations?state=submitted&limit=200`,
      asCoordinator(),
    );
    const { submission } = items.find(({ counted }) => counted);
    const { claims } = await call(
      'getSubmission',
      `/api/v1/submissions/${submission}`,
      asCoordinator(),
    );
    const [{ indicator, level }] = claims;
    await call('putClaim', `/api/v1/submissions/${submission}/claims/${indicator}`, {
      as: 'coordinator',
      body: { level: level === 3 ? 0 : 3 },
    });
    assert.notEqual((await score()).claimed.index, then.claimed.index);
    const past = await call('getScore', `${region}/years/2026/score?at=${at}`, { as: 'auditor' });
    assert.deepEqual(past.claimed, then.claimed);
    assert.deepEqual(past.verified, then.verified);
  });
});
