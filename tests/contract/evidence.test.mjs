// A file on its way from a line that breaks to a claim that it proves. Every answer is held to
// api/openapi.yaml. Run: node --test tests/contract/
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { faultsOf, operationNamed } from './contract.mjs';
import { program, startServer } from './server.mjs';

const region = '/api/v1/regions/14.01';
const tus = { 'tus-resumable': '1.0.0' };
const cookies = {};
let server;
let submissions; // of the operator's unit

function call(id, target, { role = 'operator', headers = {}, body } = {}) {
  const operation = operationNamed(id);
  return new Promise((done, failed) => {
    const fields = { cookie: cookies[role] ?? '', 'accept-language': 'en', ...headers };
    if (typeof body === 'string') fields['content-type'] = 'application/json';
    const sent = request(
      server.address + target,
      { method: operation.method, headers: fields },
      (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const contentType = answer.headers['content-type'];
          const text = bytes.toString('utf8');
          assert.deepEqual(
            faultsOf(operation, { status: answer.statusCode, contentType, body: text }),
            [],
          );
          const json = contentType?.includes('json') ? JSON.parse(text) : undefined;
          done({ status: answer.statusCode, headers: answer.headers, bytes, json });
        });
      },
    );
    sent.on('error', failed);
    sent.end(body);
  });
}

/** A PDF of two pages with a text, about as long as that. */
function pdf(padding = 0) {
  const content = 'BT /F1 24 Tf 72 700 Td (Keputusan Bupati Kampar) Tj ET';
  const page = (number) =>
    `${number} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 6 0 R` +
    `/Resources<</Font<</F1 3 0 R>>>>>>endobj\n`;
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n` +
      `2 0 obj<</Type/Pages/Kids[4 0 R 5 0 R]/Count 2>>endobj\n` +
      `3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n${page(4)}${page(5)}` +
      `6 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj\n` +
      `${'%'.repeat(padding)}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );
}

async function begin(name, bytes) {
  const begun = await call('beginUpload', `${region}/uploads`, {
    headers: {
      ...tus,
      'upload-length': String(bytes.length),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
    },
  });
  assert.equal(begun.status, 201);
  return begun.headers.location;
}

const send = (target, offset, piece) =>
  call('sendUpload', target, {
    headers: {
      ...tus,
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: piece,
  });

/** Sends some of it and hangs up in the middle of the body. */
function sendAndHangUp(target, offset, bytes, some) {
  const { hostname, port } = new URL(server.address);
  return new Promise((done) => {
    const line = connect(Number(port), hostname, () => {
      line.write(
        `PATCH ${target} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: ${cookies.operator}\r\n` +
          `Tus-Resumable: 1.0.0\r\nUpload-Offset: ${offset}\r\n` +
          `Content-Type: application/offset+octet-stream\r\n` +
          `Content-Length: ${bytes.length - offset}\r\n\r\n`,
      );
      line.write(bytes.subarray(offset, offset + some), () =>
        setTimeout(() => line.destroy(), 200),
      );
    });
    line.on('close', done);
  });
}

async function offsetOf(target) {
  const upload = await call('getUpload', target, { headers: tus });
  assert.equal(upload.headers['upload-offset'], String(upload.json.offset));
  return upload.json.offset;
}

async function added(name, bytes, words = {}, role = 'operator') {
  const target = await begin(name, bytes);
  assert.equal((await send(target, 0, bytes)).status, 204);
  const upload = target.split('/').at(-1);
  const body = JSON.stringify({ title: 'SK', unit: server.unit, ...words, upload });
  return call('addEvidence', `${region}/evidence`, { role, body });
}

before(async () => {
  server = await startServer(['samples/kampar-2026.json'], ['--sample-people']);
  const session = await call('getSession', '/api/v1/session');
  for (const person of session.json.sample_people) {
    const { email, password } = person;
    const answer = await call('signIn', '/api/v1/session', {
      body: JSON.stringify({ email, password }),
    });
    cookies[person.role] = answer.headers['set-cookie'][0].split(';')[0];
    if (person.role === 'operator') server.unit = person.unit;
  }
  const unit = encodeURIComponent(server.unit);
  const list = await call('listInnovations', `${region}/years/2026/innovations?unit=${unit}`);
  submissions = list.json.items.map(({ submission }) => submission);
});

after(() => server?.stop());

describe('evidence', () => {
  it('arrives over a line that breaks twice, and proves a claim', async () => {
    const bytes = pdf(1_000_000);
    const target = await begin('SK Inovasi.pdf', bytes);
    await sendAndHangUp(target, 0, bytes, 300_000);
    const first = await offsetOf(target);
    assert.ok(first > 0 && first <= 300_000, `${first}`);
    await sendAndHangUp(target, first, bytes, 200_000);
    const second = await offsetOf(target);
    assert.ok(second > first, `${second}`);
    assert.equal((await send(target, first, bytes.subarray(first))).status, 409);
    const done = await send(target, second, bytes.subarray(second));
    assert.equal(done.headers['upload-offset'], String(bytes.length));

    const given = {
      title: 'SK Inovasi Daerah',
      number: '821/KPTS/2025',
      dated_on: '2025-03-01',
      signer: 'Bupati Kampar',
      unit: server.unit,
      upload: target.split('/').at(-1),
    };
    const body = JSON.stringify(given);
    const made = await call('addEvidence', `${region}/evidence`, { body });
    assert.equal(made.status, 201, made.bytes.toString());
    assert.equal(made.json.file.pages, 2);
    assert.equal(made.json.file.has_text, true);
    const again = await call('addEvidence', `${region}/evidence`, { body });
    assert.equal(again.json.id, made.json.id);

    const evidence = `${region}/evidence/${made.json.id}`;
    const file = await call('getEvidenceFile', `${evidence}/file`);
    assert.deepEqual(file.bytes, bytes);
    assert.match(file.headers['content-disposition'], /^attachment; .*SK%20Inovasi\.pdf$/);
    const page = await call('getEvidencePage', `${evidence}/pages/2`);
    assert.equal(page.bytes.subarray(0, 3).toString('hex'), 'ffd8ff');
    const text = await call('getEvidenceText', `${evidence}/text`);
    assert.match(text.json.text, /Keputusan Bupati Kampar/);

    const claim = `/api/v1/submissions/${submissions[0]}/claims/16/evidence/${made.json.id}`;
    const attached = await call('attachEvidence', claim, { body: '{}' });
    assert.equal(attached.status, 200);
    assert.equal(attached.json.items[0].validity.last_year >= 2026, true);
    const list = await call(
      'listSubmissionEvidence',
      `/api/v1/submissions/${submissions[0]}/evidence`,
    );
    assert.equal(list.json.items[0].items[0].evidence.title, 'SK Inovasi Daerah');
    const whole = await call('getEvidence', evidence);
    assert.equal(whole.json.attachments[0].submission, submissions[0]);
    const changed = await call('putEvidence', evidence, {
      body: JSON.stringify({ ...given, upload: undefined, unit: undefined, title: 'SK' }),
    });
    assert.equal(changed.json.revision, 2);
    const page1 = await call('listEvidence', `${region}/evidence?q=821&kind=pdf`);
    assert.equal(page1.json.total, 1);
    const detached = await call('detachEvidence', claim);
    assert.deepEqual(detached.json.items, []);
  });

  it('is refused when it is not what its name says', async () => {
    const page = Buffer.from('<html><script>alert(1)</script></html>');
    const refused = await added('sk.pdf', page);
    assert.equal(refused.status, 400);
    assert.match(refused.json.errors[0].text, /not a pdf/);
    const log = await call('listLedger', `${region}/ledger?action=evidence.refused`, {
      role: 'auditor',
    });
    assert.equal(log.json.items[0].subject_text, 'sk.pdf');
  });

  it('that is shared attaches to every innovation in one step', async () => {
    const link = JSON.stringify({
      title: 'SK Bupati',
      link: 'https://contoh.example',
      shared: true,
    });
    const made = await call('addEvidence', `${region}/evidence`, {
      role: 'coordinator',
      body: link,
    });
    const target = `${region}/evidence/${made.json.id}/attachments`;
    const body = JSON.stringify({ year: 2026, indicator: '16' });
    const shared = await call('shareEvidence', target, { role: 'coordinator', body });
    assert.ok(shared.json.attached > 10);
    const again = await call('shareEvidence', target, { role: 'coordinator', body });
    assert.deepEqual(again.json, { attached: 0, already: shared.json.attached });
    const list = await call('listEvidence', `${region}/evidence?shared=yes`);
    assert.equal(list.json.items[0].used, shared.json.attached);
  });

  it('of which one byte was changed is found and named', async () => {
    const made = await added('lain.pdf', pdf(7), { title: 'SK yang akan ditukar' });
    const { hash } = made.json.file;
    const verify = () =>
      spawnSync(program, ['evidence', 'verify', '--data', server.data, '--lang', 'en'], {
        encoding: 'utf8',
      });
    const before = verify();
    assert.equal(before.status, 0, before.stdout + before.stderr);
    const file = join(server.data, 'evidence', hash.slice(0, 2), hash);
    const bytes = readFileSync(file);
    bytes[40] ^= 1;
    chmodSync(file, 0o600);
    writeFileSync(file, bytes);
    const found = verify();
    assert.equal(found.status, 2);
    assert.match(found.stdout, new RegExp(`changed: ${hash}\\n  SK yang akan ditukar`));
  });

  it('leaves nothing in the folder of uploads once it is kept', () => {
    const left = readdirSync(join(server.data, 'uploads'));
    assert.equal(left.length, 1, 'only the one that was refused');
    execFileSync(program, ['ledger', 'verify', '--data', server.data]);
  });
});
