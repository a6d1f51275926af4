// Whatever got a receipt is there after the server was killed at any moment. JALUR_CRASH_ROUNDS kills
// (5 unless told otherwise), JALUR_CRASH_OPERATIONS operations at least (0: as many as the rounds
// bring), JALUR_CRASH_SEED repeats a run. Run: node --test tests/crash/
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { addressOf, program, root } from '../contract/server.mjs';
import { Worker, call, parsed } from './client.mjs';

const rounds = Number(process.env.JALUR_CRASH_ROUNDS ?? 5);
const operations = Number(process.env.JALUR_CRASH_OPERATIONS ?? 0);
const seed = Number(process.env.JALUR_CRASH_SEED ?? Date.now() % 1_000_000);
const workersAtOnce = 6;
const year = '/api/v1/regions/14.01/years/2026';

/** Numbers that a seed repeats (mulberry32). */
function numbersFrom(start) {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = numbersFrom(seed);
const data = mkdtempSync(join(tmpdir(), 'jalur-crash-'));
let running;

after(() => {
  running?.child.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

async function start() {
  const words = ['serve', '--data', data, '--listen', '127.0.0.1:0', '--sample-people'];
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((done) => child.once('exit', done));
  return { child, ended, address: await addressOf(child) };
}

async function signIn(address) {
  const { sample_people: people } = parsed(await call(address, 'GET', '/api/v1/session'));
  const { email, password } = people.find(({ role }) => role === 'coordinator');
  const answer = await call(address, 'POST', '/api/v1/session', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  return answer.headers['set-cookie'][0].split(';')[0];
}

async function workUntilKilled(workers) {
  let stopped = false;
  const all = workers.map(async (worker) => {
    while (!stopped) await worker.work(running.address);
  });
  const pause = 150 + Math.floor(random() * 1_500);
  await new Promise((done) => setTimeout(done, pause));
  running.child.kill('SIGKILL');
  stopped = true;
  await running.ended;
  await Promise.all(all);
}

function verify(what) {
  const answer = execFileSync(program, [what, 'verify', '--data', data, '--lang', 'en'], {
    encoding: 'utf8',
  });
  assert.match(answer, /whole/);
}

it(`loses nothing that got a receipt (JALUR_CRASH_SEED=${seed})`, async (test) => {
  execFileSync(program, ['import', join(root, 'samples/kampar-2026.json'), '--data', data], {
    stdio: 'pipe',
  });
  running = await start();
  const { items } = parsed(await call(running.address, 'GET', `${year}/innovations?limit=20`));
  const cookie = await signIn(running.address); // a session outlives the server
  const ids = items.map(({ submission }) => submission);
  // Each has submissions of their own, so that nobody else explains a level.
  const workers = Array.from(
    { length: workersAtOnce },
    (_, i) =>
      new Worker(
        cookie,
        numbersFrom(seed + 1 + i),
        ids.filter((_id, place) => place % workersAtOnce === i),
      ),
  );
  const receipts = () => workers.reduce((sum, worker) => sum + worker.receipts, 0);
  for (let round = 0; round < rounds || receipts() < operations; ++round) {
    await workUntilKilled(workers);
    verify('ledger');
    verify('evidence');
    running = await start();
    for (const worker of workers) {
      assert.deepEqual(await worker.check(running.address), []);
    }
  }
  assert.ok(receipts() > rounds, 'something was acknowledged at all');
  test.diagnostic(`${receipts()} receipts`);
});
