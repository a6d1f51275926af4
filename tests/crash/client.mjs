// People at work on a server that may die at any moment: what it acknowledged is written down.
import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';

const tus = { 'tus-resumable': '1.0.0' };
const region = '/api/v1/regions/14.01';

/** One call; nothing when the server died before it answered. */
export function call(address, method, target, { headers = {}, body } = {}) {
  return new Promise((done) => {
    const sent = request(address + target, { method, headers, agent: false }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('error', () => done(undefined));
      answer.on('aborted', () => done(undefined));
      answer.on('end', () =>
        done({
          status: answer.statusCode,
          headers: answer.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.on('error', () => done(undefined));
    sent.end(body);
  });
}

export const parsed = (answer) => JSON.parse(answer.body.toString('utf8'));

/** A picture nobody has seen before, as long as that. */
export function somePicture(bytes) {
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, randomBytes(bytes)]);
}

/** Somebody who sends files and sets levels, and remembers every receipt. */
export class Worker {
  uploads = []; // {target, offset, length} as far as it was acknowledged
  evidence = []; // {id, digest} that was acknowledged as kept
  levels = new Map(); // submission/indicator -> {acknowledged, asked}
  receipts = 0;

  constructor(cookie, random, submissions) {
    this.cookie = cookie;
    this.random = random;
    this.submissions = submissions;
  }

  async work(address) {
    return this.random() < 0.4 ? this.sendFile(address) : this.setLevel(address);
  }

  call(address, method, target, further = {}, body = undefined) {
    return call(address, method, target, { headers: { cookie: this.cookie, ...further }, body });
  }

  async sendFile(address) {
    const bytes = somePicture(1_000 + Math.floor(this.random() * 300_000));
    const begun = await this.call(address, 'POST', `${region}/uploads`, {
      ...tus,
      'upload-length': String(bytes.length),
      'upload-metadata': `filename ${Buffer.from('foto.png').toString('base64')}`,
    });
    if (begun?.status !== 201) return this.refused(begun);
    const upload = { target: begun.headers.location, id: parsed(begun).id, offset: 0 };
    this.uploads.push(upload);
    this.receipts += 1;
    while (upload.offset < bytes.length) {
      const end = Math.min(bytes.length, upload.offset + 50_000 + Math.floor(this.random() * 1e5));
      if (!(await this.sendPiece(address, upload, bytes.subarray(upload.offset, end)))) return;
    }
    await this.makeEvidence(address, upload, bytes);
  }

  async sendPiece(address, upload, piece) {
    const sent = await this.call(
      address,
      'PATCH',
      upload.target,
      {
        ...tus,
        'upload-offset': String(upload.offset),
        'content-type': 'application/offset+octet-stream',
      },
      piece,
    );
    if (sent?.status !== 204) return this.refused(sent);
    upload.offset = Number(sent.headers['upload-offset']);
    this.receipts += 1;
    return true;
  }

  async makeEvidence(address, upload, bytes) {
    const body = JSON.stringify({ title: 'Foto', upload: upload.id });
    const json = { 'content-type': 'application/json' };
    const made = await this.call(address, 'POST', `${region}/evidence`, json, body);
    if (made?.status !== 201) return this.refused(made);
    this.uploads.splice(this.uploads.indexOf(upload), 1);
    this.evidence.push({
      id: parsed(made).id,
      digest: createHash('sha256').update(bytes).digest('hex'),
    });
    this.receipts += 1;
  }

  async setLevel(address) {
    const submission = this.submissions[Math.floor(this.random() * this.submissions.length)];
    const indicator = 16 + Math.floor(this.random() * 20);
    const target = `/api/v1/submissions/${submission}/claims/${indicator}`;
    const line = this.levels.get(target) ?? { acknowledged: undefined, asked: undefined };
    const level = Math.floor(this.random() * 4);
    line.asked = level;
    this.levels.set(target, line);
    const json = { 'content-type': 'application/json' };
    const saved = await this.call(address, 'PUT', target, json, JSON.stringify({ level }));
    if (saved?.status !== 200) return this.refused(saved);
    line.acknowledged = level;
    this.receipts += 1;
  }

  // Too busy is no fault; anything else that was answered is.
  refused(answer) {
    if (answer && answer.status !== 503) {
      throw new Error(`${answer.status}: ${answer.body.toString('utf8')}`);
    }
    return false;
  }

  /** Holds the server to every receipt; answers what is wrong, as texts. */
  async check(address) {
    return [
      ...(await this.checkUploads(address)),
      ...(await this.checkEvidence(address)),
      ...(await this.checkLevels(address)),
    ];
  }

  async checkUploads(address) {
    const wrong = [];
    for (const upload of this.uploads) {
      const head = await this.call(address, 'HEAD', upload.target, tus);
      const offset = Number(head?.headers['upload-offset'] ?? -1);
      if (offset < upload.offset) {
        wrong.push(`upload ${upload.id}: acknowledged ${upload.offset}, has ${offset}`);
      }
      await this.call(address, 'DELETE', upload.target, tus);
    }
    this.uploads = [];
    return wrong;
  }

  async checkEvidence(address) {
    const wrong = [];
    for (const { id, digest } of this.evidence.splice(0)) {
      const file = await this.call(address, 'GET', `${region}/evidence/${id}/file`);
      const is = file && createHash('sha256').update(file.body).digest('hex');
      if (is !== digest) wrong.push(`evidence ${id}: ${file?.status ?? 'no answer'}`);
    }
    return wrong;
  }

  async checkLevels(address) {
    const wrong = [];
    const submissions = new Map();
    for (const [target, { acknowledged, asked }] of this.levels) {
      const [, , , , submission, , indicator] = target.split('/');
      if (!submissions.has(submission)) {
        const shown = await this.call(address, 'GET', `/api/v1/submissions/${submission}`);
        submissions.set(submission, parsed(shown).claims);
      }
      const { level } = submissions.get(submission).find((claim) => claim.indicator === indicator);
      // A call that was cut off may have been carried out or not.
      if (acknowledged !== undefined && level !== acknowledged && level !== asked) {
        wrong.push(`${target}: acknowledged ${acknowledged}, is ${level}`);
      }
    }
    this.levels.clear();
    return wrong;
  }
}
