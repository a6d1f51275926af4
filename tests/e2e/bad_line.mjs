// A line between a browser and the program that is slow on the way up, and breaks.
import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const SLICE_MS = 20;

/**
 * Listens on an address of its own and passes everything on to `address`. After each number of
 * bytes in `cuts` (counted upwards over all connections) every connection is torn, and for
 * `deadMs` nobody gets through.
 */
export async function badLine(address, { bytesPerSecond, cuts = [], deadMs = 1_500 }) {
  const { hostname, port } = new URL(address);
  const waiting = [...cuts];
  const open = new Set();
  let sent = 0;
  let torn = 0;
  let deadUntil = 0;

  function tear() {
    torn += 1;
    deadUntil = Date.now() + deadMs;
    for (const socket of open) socket.destroy();
  }

  /** Passes bytes on at the line's speed until it is cut. */
  async function carry(from, to) {
    const slice = Math.ceil((bytesPerSecond * SLICE_MS) / 1000);
    for await (const chunk of from) {
      for (let at = 0; at < chunk.length; at += slice) {
        const piece = chunk.subarray(at, at + slice);
        sent += piece.length;
        if (waiting.length > 0 && sent >= waiting[0]) {
          waiting.shift();
          tear();
          return;
        }
        if (!to.write(piece)) await once(to, 'drain');
        if (chunk.length > slice) await sleep(SLICE_MS);
      }
    }
    to.end();
  }

  const server = createServer((visitor) => {
    if (Date.now() < deadUntil) {
      visitor.destroy();
      return;
    }
    const house = connect(Number(port), hostname);
    for (const socket of [visitor, house]) {
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        open.delete(socket);
        visitor.destroy();
        house.destroy();
      });
    }
    house.pipe(visitor);
    carry(visitor, house).catch(() => visitor.destroy());
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    torn: () => torn,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((done) => server.close(done));
    },
  };
}
