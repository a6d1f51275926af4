// Starts the real program on a data folder of its own and talks to it.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const program = process.env.JALUR_BIN ?? join(root, 'build/release/jalur');
const patienceMs = 20_000;

// The address that the program prints on a line of its own once it answers.
export function addressOf(child) {
  return new Promise((found, failed) => {
    let text = '';
    const timer = setTimeout(
      () => failed(new Error(`no address within 20 s:\n${text}`)),
      patienceMs,
    );
    child.once('exit', (code) => failed(new Error(`serve ended with ${code}:\n${text}`)));
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const line = text.match(/^http:\/\/127\.0\.0\.1:\d+$/m);
      if (!line) return;
      clearTimeout(timer);
      found(line[0]);
    });
  });
}

/**
 * A server on the given samples, with the program's further options. `printed()` is what it has said
 * so far, `data` its folder; `stop()` ends it as a service manager would.
 */
export async function startServer(samples, further = []) {
  const data = mkdtempSync(join(tmpdir(), 'jalur-contract-'));
  for (const sample of samples) {
    execFileSync(program, ['import', join(root, sample), '--data', data], { stdio: 'pipe' });
  }
  const listen = ['--listen', '127.0.0.1:0', ...further];
  const child = spawn(program, ['serve', '--data', data, ...listen], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((done) => child.once('exit', (code, signal) => done({ code, signal })));
  const removeData = () => rmSync(data, { recursive: true, force: true });
  try {
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    const address = await addressOf(child);
    return {
      address,
      data,
      printed: () => text,
      async stop() {
        child.kill('SIGTERM');
        const result = await ended;
        removeData();
        return result;
      },
    };
  } catch (error) {
    child.kill('SIGKILL');
    await ended;
    removeData();
    throw error;
  }
}
