// A day's mail, from the log to the mailbox: the running program and a mail server that refuses the
// first try. Run: node --test tests/contract/
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startMailServer, wordsOf } from '../smtp.mjs';
import { addressOf, program, root } from './server.mjs';

const because = 'Surat keputusan belum ditandatangani';
const from = 'jalur@kampar.contoh.example';
const publicUrl = 'https://jalur.kampar.contoh.example';
const patienceMs = 20_000;
const data = mkdtempSync(join(tmpdir(), 'jalur-mail-'));
const refusals = []; // recipients that were told to come again
let mailServer;
let server;
let submission; // that the coordinator opened again
let operator; // of its unit
const cookies = {};

async function until(what, condition) {
  const end = Date.now() + patienceMs;
  while (!(await condition())) {
    assert.ok(Date.now() < end, `waited 20 s: ${what}`);
    await new Promise((done) => setTimeout(done, 200));
  }
}

async function start(...further) {
  const child = spawn(
    program,
    ['serve', '--data', data, '--listen', '127.0.0.1:0', '--sample-people', ...further],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const ended = new Promise((done) => child.once('exit', done));
  const address = await addressOf(child);
  const stop = (signal) => {
    child.kill(signal);
    return ended;
  };
  return { address, said: () => said, stop };
}

const startWithMail = () =>
  start(
    '--smtp',
    mailServer.address,
    '--mail-from',
    from,
    '--mail-hour',
    '0',
    '--public-url',
    publicUrl,
  );

async function call(role, method, target, body) {
  const answer = await fetch(server.address + target, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      cookie: cookies[role] ?? '',
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return {
    status: answer.status,
    cookies: answer.headers.getSetCookie(),
    ...(await answer.json()),
  };
}

async function signIn() {
  const { sample_people: people } = await call('', 'GET', '/api/v1/session');
  for (const person of people) {
    const { role, email, password } = person;
    const session = await call('', 'POST', '/api/v1/session', { email, password });
    cookies[role] = session.cookies[0].split(';')[0];
    if (role === 'operator') operator = person;
  }
}

// What waits, asked of the database itself.
const ask = (sql) =>
  execFileSync('sqlite3', ['-cmd', '.timeout 10000', join(data, 'jalur.db'), sql], {
    encoding: 'utf8',
  }).trim();
const comeNow = () =>
  ask("UPDATE mail_outbox SET next_try_at = '2026-01-01T00:00:00.000Z' WHERE sent_at IS NULL");
const tries = () => ask('SELECT SUM(tries) FROM mail_outbox');

before(async () => {
  mailServer = await startMailServer({
    refuse: (to) => {
      if (refusals.length > 0) return undefined;
      refusals.push(to);
      return '451 4.7.1 come again';
    },
  });
  const sample = join(root, 'samples/kampar-2026.json');
  execFileSync(program, ['import', sample, '--data', data], { stdio: 'pipe' });
  server = await start();
  await signIn();
  const year = '/api/v1/regions/14.01/years/2026';
  const unit = encodeURIComponent(operator.unit);
  const { items } = await call(
    'operator',
    'GET',
    `${year}/innovations?limit=200&state=submitted&unit=${unit}`,
  );
  submission = items[0];
  const target = `/api/v1/submissions/${submission.submission}/state`;
  await call('coordinator', 'POST', target, { to: 'draft', reason: because });
  await until('the operator is told', async () => {
    const { unread } = await call('operator', 'GET', '/api/v1/me/notices');
    return unread === 1;
  });
});

after(async () => {
  await server?.stop('SIGKILL');
  await mailServer?.stop();
  rmSync(data, { recursive: true, force: true });
});

describe('mail', () => {
  it('is not written without a server for it, and the program says so', async () => {
    assert.match(server.said(), /no mail is sent/);
    assert.equal(ask('SELECT COUNT(*) FROM mail_outbox'), '0');
    assert.equal(await server.stop('SIGTERM'), 0);
  });

  it('that is refused for now stays, also when the server is killed', async () => {
    server = await startWithMail();
    await until('one is refused', () => refusals.length === 1);
    await server.stop('SIGKILL');
    assert.equal(ask('SELECT COUNT(*) FROM mail_outbox WHERE sent_at IS NULL'), '2');
  });

  it('comes once after that, to operator and head', async () => {
    server = await startWithMail();
    comeNow();
    await until('both came', () => mailServer.mails.length >= 2);
    await new Promise((done) => setTimeout(done, 6_000)); // one more round
    assert.equal(mailServer.mails.length, 2);
    assert.equal(ask('SELECT COUNT(*) FROM mail_outbox WHERE sent_at IS NOT NULL'), '2');
    assert.equal(tries(), '3');
    assert.equal(await server.stop('SIGTERM'), 0);
  });

  it('tells what is new, with reason and link', () => {
    const mail = mailServer.mails.find(({ to }) => to === operator.email);
    assert.equal(mail.from, from);
    const words = wordsOf(mail);
    const id = ask(`SELECT id FROM mail_outbox WHERE recipient = '${operator.email}'`);
    assert.match(words, new RegExp(`^Message-ID: <${id}@kampar.contoh.example>$`, 'm'));
    assert.match(words, /^Subject: Jalur: 1 kabar untuk Anda$/m);
    assert.match(words, /^Content-Type: text\/plain; charset=utf-8$/m);
    assert.match(words, /^Content-Transfer-Encoding: quoted-printable$/m);
    assert.ok(words.includes(`«${submission.name}» menjadi draf lagi`), words);
    assert.ok(words.includes(`  ${because}\n`), words);
    assert.ok(words.includes(`${publicUrl}/inovasi/${submission.submission}?tahun=2026\n`), words);
  });

  it('does not come again on the same day', async () => {
    server = await startWithMail();
    await new Promise((done) => setTimeout(done, 6_000));
    assert.equal(mailServer.mails.length, 2);
  });
});
