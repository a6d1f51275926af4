// The real program on data of its own, which can go away and come back at the same address.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
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

class House {
  #data;
  #child = null;
  address = '';

  constructor(data) {
    this.#data = data;
  }

  async open() {
    const listen = this.address ? new URL(this.address).host : '127.0.0.1:0';
    const call = ['serve', '--data', this.#data, '--listen', listen, '--home', '14.01/2023'];
    this.#child = spawn(program, call, { stdio: ['ignore', 'pipe', 'ignore'] });
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

  /** An answer of the API, to hold the screen against. */
  async ask(path) {
    const response = await fetch(this.address + path);
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

/** Imports the samples and the two made-up regions, and opens the program on them. */
export async function openHouse() {
  const data = mkdtempSync(join(tmpdir(), 'jalur-e2e-'));
  const files = SAMPLES.map((sample) => join(root, sample));
  files.push(...writeRegions(data, files[1]));
  execFileSync(program, ['import', ...files, '--data', join(data, 'house')], { stdio: 'pipe' });
  const house = new House(join(data, 'house'));
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
