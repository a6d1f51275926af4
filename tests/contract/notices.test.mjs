// What people are told, played by the people of the sample on the running program. Every answer is
// held to api/openapi.yaml. Run: node --test tests/contract/
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faultsOf, operationNamed } from './contract.mjs';
import { startServer } from './server.mjs';

const region = '/api/v1/regions/14.01';
const year = `${region}/years/2026`;
const because = 'Surat keputusan belum ditandatangani';
const cookies = {}; // by role
const patienceMs = 20_000;
let server;
let mine; // a submission of the operator's unit that counts
let unit;

async function call(role, operationId, target, body, language = 'en') {
  const operation = operationNamed(operationId);
  const answer = await fetch(server.address + target, {
    method: operation.method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      cookie: cookies[role] ?? '',
      'accept-language': language,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  const contentType = answer.headers.get('content-type');
  assert.deepEqual(faultsOf(operation, { status: answer.status, contentType, body: text }), []);
  return { status: answer.status, ...JSON.parse(text) };
}

const noticesOf = (role, query = '', language = 'en') =>
  call(role, 'listNotices', `/api/v1/me/notices${query}`, undefined, language);

/** People are told some seconds after it happened. */
async function told(role, count) {
  const until = Date.now() + patienceMs;
  let page = await noticesOf(role);
  while (page.items.length < count && Date.now() < until) {
    await new Promise((done) => setTimeout(done, 250));
    page = await noticesOf(role);
  }
  return page;
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
  mine = items.find(({ counted }) => counted);
});

after(async () => {
  const ended = await server?.stop();
  if (ended) assert.equal(ended.code, 0, 'SIGTERM ends the server properly');
});

describe('notices', () => {
  it('are nobody’s who has not signed in', async () => {
    assert.equal((await noticesOf('')).status, 401);
    assert.equal(
      (await call('', 'readNotices', '/api/v1/me/notices/read', { up_to: 1 })).status,
      401,
    );
  });

  it('are none of what happened before anybody was told', async () => {
    assert.deepEqual(await noticesOf('operator'), {
      status: 200,
      items: [],
      next: null,
      unread: 0,
    });
  });

  it('tell the unit that its submission was opened again, and why', async () => {
    const target = `/api/v1/submissions/${mine.submission}/state`;
    await call('coordinator', 'setSubmissionState', target, { to: 'draft', reason: because });
    const { items, unread } = await told('operator', 1);
    assert.equal(unread, 1);
    const [notice] = items;
    assert.equal(notice.kind, 'submission.reopened');
    assert.equal(notice.reason, because);
    assert.equal(notice.by.role, 'coordinator');
    assert.deepEqual(notice.submission, {
      id: mine.submission,
      name: mine.name,
      of_government: false,
    });
    assert.equal(notice.year, 2026);
    assert.equal(notice.unit, unit);
    assert.equal(notice.indicator, null);
    assert.equal(notice.unread, true);
    assert.match(notice.sentence, /is a draft again/);
    const [indonesian] = (await noticesOf('operator', '', 'id')).items;
    assert.match(indonesian.sentence, /menjadi draf lagi/);
    assert.deepEqual((await noticesOf('coordinator')).items, [], 'not whoever did it');
  });

  it('ask the head for an endorsement', async () => {
    const target = `/api/v1/submissions/${mine.submission}/hand-in`;
    const handed = await call('operator', 'handIn', target, {});
    assert.equal(handed.status, 200, JSON.stringify(handed));
    const { items } = await told('unit_head', 2);
    assert.deepEqual(
      items.map(({ kind }) => kind),
      ['submission.handed_in', 'submission.reopened'],
    );
  });

  it('name the indicator, and go to the other side of a conversation', async () => {
    const target = `/api/v1/submissions/${mine.submission}/claims/16/remarks`;
    await call('operator', 'addRemark', target, { text: 'Kami unggah ulang besok.' });
    const { items } = await told('verifier', 1);
    assert.equal(items[0].kind, 'remark.made');
    assert.equal(items[0].indicator, '16');
    assert.equal(items[0].reason, 'Kami unggah ulang besok.');
  });

  it('tell of the calendar by its year', async () => {
    await call('coordinator', 'lockYear', `${year}/calendar/lock`, { reason: because });
    const { items } = await told('operator', 2);
    assert.equal(items[0].kind, 'year.locked');
    assert.equal(items[0].year, 2026);
    assert.equal(items[0].submission, null);
  });

  it('come in pages, newest first', async () => {
    const first = await noticesOf('operator', '?limit=1');
    assert.equal(first.items.length, 1);
    const second = await noticesOf('operator', `?limit=1&after=${first.next}`);
    assert.equal(second.items[0].kind, 'submission.reopened');
    assert.equal(second.next, null);
    assert.equal((await noticesOf('operator', '?after=x')).status, 400);
  });

  it('are read up to one, never back', async () => {
    const { items } = await noticesOf('operator');
    const read = (up_to) => call('operator', 'readNotices', '/api/v1/me/notices/read', { up_to });
    const half = await read(items[1].sequence);
    assert.equal(half.unread, 1);
    assert.deepEqual(
      half.items.map(({ unread }) => unread),
      [true, false],
    );
    assert.equal((await read(items[0].sequence)).unread, 0);
    assert.equal((await read(items[1].sequence)).unread, 0);
    assert.equal((await read(0)).status, 400);
  });
});
