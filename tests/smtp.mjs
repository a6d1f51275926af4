// A mail server for tests: takes mail on a port of this machine and keeps it. It can refuse.
import { createServer } from 'node:net';

/**
 * `refuse(recipient)` gives the answer to RCPT, such as "451 4.7.1 later"; nothing: it is taken.
 * `mails` are {from, to, text} in the order of their arrival.
 */
export async function startMailServer({ refuse = () => undefined } = {}) {
  const mails = [];
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    serveOne(socket, mails, refuse);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    address: `smtp://127.0.0.1:${server.address().port}`,
    mails,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => server.close(done));
    },
  };
}

const bracketed = (line) => /<([^>]*)>/.exec(line)?.[1] ?? '';

function serveOne(socket, mails, refuse) {
  let mail = {};
  let body; // lines of DATA while it comes in
  let rest = '';
  const say = (line) => socket.write(`${line}\r\n`);

  const commands = {
    EHLO: () => say('250-here\r\n250 8BITMIME'),
    HELO: () => say('250 here'),
    MAIL: (line) => {
      mail = { from: bracketed(line) };
      say('250 ok');
    },
    RCPT: (line) => {
      mail.to = bracketed(line);
      say(refuse(mail.to) ?? '250 ok');
    },
    DATA: () => {
      body = [];
      say('354 go on');
    },
    RSET: () => say('250 ok'),
    QUIT: () => {
      say('221 bye');
      socket.end();
    },
  };

  function take(line) {
    if (body === undefined) {
      const command = commands[line.slice(0, 4).toUpperCase()];
      return command ? command(line) : say('502 unknown');
    }
    if (line !== '.') return body.push(line.startsWith('.') ? line.slice(1) : line);
    mails.push({ ...mail, text: body.join('\r\n') });
    body = undefined;
    return say('250 taken');
  }

  socket.setEncoding('latin1');
  socket.on('data', (chunk) => {
    const lines = (rest + chunk).split('\r\n');
    rest = lines.pop();
    lines.forEach(take);
  });
  say('220 here');
}

/** The text of a mail without its transfer encoding. */
export function wordsOf(mail) {
  const soft = mail.text.replaceAll('=\r\n', '');
  const bytes = soft.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
}
