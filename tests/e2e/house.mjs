// The real program on data of its own, which can go away and come back at the same address.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { writeRegions } from './regions.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const program = process.env.JALUR_BIN ?? join(root, 'build/release/jalur');
const SAMPLES = ['samples/kampar-2023.json', 'samples/kampar-2026.json'];
const PATIENCE_MS = 60_000;

/** The address that the program prints on a line of its own once it answers. */
function addressOf(child) {
  return new Promise((found, failed) => {
    let text = '';
    const late = () => failed(new Error(`no address in time:\n${text}`));
    const timer = setTimeout(late, PATIENCE_MS);
    child.once('exit', (code) => {
      clearTimeout(timer);
      failed(new Error(`serve ended with ${code}:\n${text}`));
    });
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const line = /^http:\/\/127\.0\.0\.1:\d+$/m.exec(text);
      if (!line) return;
      clearTimeout(timer);
      found(line[0]);
    });
  });
}

/** Who may see an address: the other regions are beyond the coordinator of Kampar. */
export function roleFor(address) {
  return /14\.0[23]/.test(address) ? 'assessor' : 'coordinator';
}

/** Reads a cookie for the session out of an answer: `jalur_session=…`. */
function cookieIn(response) {
  return response.headers.get('set-cookie').split(';')[0];
}

class House {
  #data;
  #people;
  #child = null;
  #told = '';
  #cookies = new Map();
  address = '';

  constructor(data, people) {
    this.#data = data;
    this.#people = people;
  }

  async open() {
    const listen = this.address ? new URL(this.address).host : '127.0.0.1:0';
    const call = ['serve', '--data', this.#data, '--listen', listen, '--home', '14.01/2023'];
    if (this.#people === 'sample') call.push('--sample-people');
    this.#child = spawn(program, call, { stdio: ['ignore', 'pipe', 'ignore'] });
    this.#child.stdout.on('data', (chunk) => (this.#told += chunk));
    this.address = await addressOf(this.#child);
  }

  /** Ends the program; the data stay, and `open` brings it back at the same address. */
  async close() {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await ended;
  }

  async demolish() {
    await this.close();
    rmSync(this.#data, { recursive: true, force: true });
  }

  /** The path of the one-time link that the start printed for the first coordinator. */
  async firstLink() {
    for (;;) {
      const link = /\/undangan\/\S+/.exec(this.#told);
      if (link) return link[0];
      await sleep(50);
    }
  }

  /** The cookie of the made-up person in a role, who signs in once. */
  async cookieOf(role) {
    if (!this.#cookies.has(role)) this.#cookies.set(role, await this.#signIn(role));
    return this.#cookies.get(role);
  }

  async #signIn(role) {
    const session = `${this.address}/api/v1/session`;
    const { sample_people: people } = await (await fetch(session)).json();
    const { email, password } = people.find((person) => person.role === role);
    const response = await fetch(session, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Error(`${role}: ${response.status} ${await response.text()}`);
    return cookieIn(response);
  }

  /** An answer of the API, to hold the screen against, as a role that may have it. */
  async ask(path) {
    const headers = { cookie: await this.cookieOf(roleFor(path)) };
    const response = await fetch(this.address + path, { headers });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  async overview(code = '14.01', year = 2023) {
    return this.ask(`/api/v1/regions/${code}/years/${year}`);
  }

  /** The first innovation whose name holds `words`. */
  async innovation(words, code = '14.01', year = 2023) {
    const query = `q=${encodeURIComponent(words)}`;
    const found = await this.ask(`/api/v1/regions/${code}/years/${year}/innovations?${query}`);
    return found.items[0];
  }
}

/**
 * Imports the samples and the two made-up regions, and opens the program on them: with the
 * sample's people, one per role, or with nobody, as on a first start.
 */
export async function openHouse(people = 'sample') {
  const data = mkdtempSync(join(tmpdir(), 'jalur-e2e-'));
  const files = SAMPLES.map((sample) => join(root, sample));
  files.push(...writeRegions(data, files[1]));
  execFileSync(program, ['import', ...files, '--data', join(data, 'house')], { stdio: 'pipe' });
  const house = new House(join(data, 'house'), people);
  try {
    await house.open();
  } catch (cause) {
    rmSync(data, { recursive: true, force: true });
    throw cause;
  }
  return {
    house,
    demolish: async () => {
      await house.demolish();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
