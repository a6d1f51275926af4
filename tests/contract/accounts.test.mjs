// The running program, from the link of the first coordinator to a second factor. Every answer is
// held to api/openapi.yaml. Run: node --test tests/contract/
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { faultsOf, operationNamed } from './contract.mjs';
import { startServer } from './server.mjs';

const password = 'kuda baterai jepit';
const region = '/api/v1/regions/14.01';
let server;

/** A browser: it keeps its cookie. */
class Browser {
  cookie = '';

  async call(operationId, target, body, headers = {}) {
    const operation = operationNamed(operationId);
    const answer = await fetch(server.address + target, {
      method: operation.method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie ? { cookie: this.cookie } : {}),
        'accept-language': 'en',
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    const contentType = answer.headers.get('content-type');
    assert.deepEqual(faultsOf(operation, { status: answer.status, contentType, body: text }), []);
    const set = answer.headers.get('set-cookie');
    if (set) this.cookie = set.split(';')[0];
    return {
      status: answer.status,
      set,
      cache: answer.headers.get('cache-control'),
      ...JSON.parse(text),
    };
  }

  signIn(email, secret = password) {
    return this.call('signIn', '/api/v1/session', { email, password: secret });
  }
  session() {
    return this.call('getSession', '/api/v1/session');
  }
}

// RFC 6238, on its own, so that both cannot be wrong in the same way.
function codeOf(secret, now = Date.now()) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const hash = createHmac('sha1', key).update(step).digest();
  const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** The line comes after the address. */
async function firstToken() {
  for (let tries = 0; !server.printed().includes('/undangan/') && tries < 100; ++tries) {
    await new Promise((done) => setTimeout(done, 50));
  }
  return tokenIn(server.printed());
}

const tokenIn = (text) => /\/undangan\/(\S+)/.exec(text)[1];
const siti = {
  name: 'Siti Aminah',
  email: 'siti@contoh.example',
  grants: [{ role: 'operator', unit: '' }], // the id of Dinas Kesehatan, once it is known
};

before(async () => {
  server = await startServer(['samples/kampar-2023.json']);
});

after(async () => {
  const ended = await server?.stop();
  if (ended) assert.equal(ended.code, 0, 'SIGTERM ends the server properly');
});

describe('people', () => {
  const coordinator = new Browser();
  const operator = new Browser();
  let invitation;

  it('begin with a link on the terminal for the first coordinator', async () => {
    const target = `/api/v1/links/${await firstToken()}`;
    const link = await coordinator.call('getLink', target);
    assert.equal(link.purpose, 'first');
    assert.match(link.region_name, /kampar/i);
    const weak = await coordinator.call('useLink', target, {
      password: 'short',
      name: 'Koko',
      email: 'k@b.id',
    });
    assert.equal(weak.status, 400);
    const use = { password, name: 'Koko Contoh', email: 'Koko@Contoh.example' };
    const session = await coordinator.call('useLink', target, use);
    assert.equal(session.status, 200);
    assert.equal(session.person.email, 'koko@contoh.example');
    assert.equal(session.permissions.manage_people, 'region');
    assert.match(session.set, /^jalur_session=14\.01\..*; HttpOnly; SameSite=Lax$/);
    assert.equal(session.cache, 'no-store');
    assert.equal((await coordinator.call('getLink', target)).status, 404);
  });

  it('are invited, and see the link once', async () => {
    const { items } = await coordinator.call('listUnitTree', `${region}/unit-tree`);
    siti.grants[0].unit = items.find(({ name }) => name === 'Dinas Kesehatan').id;
    invitation = await coordinator.call('invitePerson', `${region}/people`, siti);
    assert.equal(invitation.status, 200, JSON.stringify(invitation));
    assert.equal(invitation.person.state, 'invited');
    const people = await coordinator.call('listPeople', `${region}/people`);
    assert.equal(people.total, 2);
    assert.ok(!JSON.stringify(people).includes(tokenIn(invitation.link)));
    const again = await coordinator.call('invitePerson', `${region}/people`, siti);
    assert.equal(again.status, 409);
  });

  it('set their own password and may do what their role allows', async () => {
    const target = `/api/v1/links/${tokenIn(invitation.link)}`;
    const session = await operator.call('useLink', target, { password });
    assert.equal(session.signed_in, true);
    assert.equal(session.permissions.edit_claims, 'own_unit');
    assert.equal(session.permissions.manage_people, undefined);
    assert.equal((await operator.call('listPeople', `${region}/people`)).status, 403);
    assert.equal((await new Browser().call('listPeople', `${region}/people`)).status, 401);
  });

  it('sign out and in again; the old cookie is nobody', async () => {
    const old = operator.cookie;
    const out = await operator.call('signOut', '/api/v1/session');
    assert.match(out.set, /Max-Age=0/);
    operator.cookie = old;
    assert.equal((await operator.session()).signed_in, false);
    assert.equal((await operator.signIn(siti.email)).signed_in, true);
  });

  it('change their password, which ends their other sessions', async () => {
    const elsewhere = new Browser();
    await elsewhere.signIn(siti.email);
    const change = { current: password, password: 'gajah lilin payung' };
    const session = await operator.call('changePassword', '/api/v1/me/password', change);
    assert.equal(session.signed_in, true);
    assert.equal((await elsewhere.session()).signed_in, false);
  });

  it('set up a second factor, which is asked from then on', async () => {
    const factor = '/api/v1/me/second-factor';
    const { secret, address } = await operator.call('beginSecondFactor', factor);
    assert.ok(address.includes(secret));
    const code = codeOf(secret);
    const on = await operator.call('confirmSecondFactor', factor, { code });
    assert.equal(on.second_factor, 'on');
    const phone = new Browser();
    const half = await phone.signIn(siti.email, 'gajah lilin payung');
    assert.deepEqual([half.signed_in, half.second_factor], [false, 'needed']);
    const target = '/api/v1/session/second-factor';
    assert.equal((await phone.call('giveSecondFactor', target, { code })).status, 401, 'used');
    const next = codeOf(secret, Date.now() + 30_000);
    const whole = await phone.call('giveSecondFactor', target, { code: next });
    assert.deepEqual([whole.signed_in, whole.second_factor], [true, 'on']);
    assert.equal((await phone.call('endSecondFactor', factor)).second_factor, 'off');
  });

  it('lose the roles that need a second factor until they have one', async () => {
    const target = `${region}/settings`;
    const required = { figures_open: false, second_factor_for: ['operator'] };
    await coordinator.call('putSettings', target, required);
    const session = await operator.session();
    assert.equal(session.second_factor, 'due');
    assert.equal(session.permissions.edit_claims, undefined);
    await coordinator.call('putSettings', target, { ...required, second_factor_for: [] });
    assert.equal((await operator.session()).permissions.edit_claims, 'own_unit');
  });

  it('are signed out when their account is closed; the last coordinator stays', async () => {
    const person = `${region}/people/${invitation.person.id}`;
    const closed = await coordinator.call('putPerson', person, { ...siti, state: 'closed' });
    assert.equal(closed.state, 'closed');
    assert.equal((await operator.session()).signed_in, false);
    assert.equal((await operator.signIn(siti.email, 'gajah lilin payung')).status, 401);
    const me = (await coordinator.session()).person;
    const leaving = {
      name: me.name,
      email: me.email,
      grants: [{ role: 'coordinator' }],
      state: 'closed',
    };
    assert.equal(
      (await coordinator.call('putPerson', `${region}/people/${me.id}`, leaving)).status,
      409,
    );
  });

  it('wait after five wrong passwords', async () => {
    const guesser = new Browser();
    for (let i = 0; i < 5; ++i) {
      assert.equal((await guesser.signIn('koko@contoh.example', 'wrong password')).status, 401);
    }
    const refused = await guesser.signIn('koko@contoh.example');
    assert.equal(refused.status, 429);
    assert.match(refused.errors[0].text, /try again in \d+ seconds/);
  });

  it('leave all of it in the log', async () => {
    const ledger = await coordinator.call('listLedger', `${region}/ledger?limit=200`);
    const actions = new Set(ledger.items.map((entry) => entry.action));
    for (const action of [
      'person.invited',
      'link.used',
      'person.signed_in',
      'person.signed_out',
      'person.changed',
      'settings.changed',
      'person.refused',
    ]) {
      assert.ok(actions.has(action), action);
    }
    assert.ok(!JSON.stringify(ledger).includes(password));
  });

  it('are not changed from a page of another site', async () => {
    const email = 'koko@contoh.example';
    for (const headers of [{ origin: 'http://example.com' }, { 'sec-fetch-site': 'cross-site' }]) {
      const answer = await new Browser().call(
        'signIn',
        '/api/v1/session',
        { email, password },
        headers,
      );
      assert.equal(answer.status, 403);
    }
    const plain = { 'content-type': 'text/plain' };
    const answer = await new Browser().call(
      'signIn',
      '/api/v1/session',
      { email, password },
      plain,
    );
    assert.equal(answer.status, 415);
  });
});
