// From an idea to a verified index, played by six people in their own browsers on the real program.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { badLine } from './bad_line.mjs';
import { DESK, launch, PHONE, reader, settled } from './browser.mjs';
import { openHouse } from './house.mjs';
import { bigPdf } from './pdf.mjs';

const PASSWORD = 'perahu panjang di sungai';
const UNIT = 'Dinas Kesehatan';
const YEAR = 2026;
const at = `daerah=14.01&tahun=${YEAR}`;
const INNOVATION = 'Kartu Antrean Digital Puskesmas Tambang';
const MEGABYTE = 1_000_000;
/** Whom the coordinator invites, and what for. */
const STAFF = {
  operator: { name: 'Olan Kampar', role: 'Operator', unit: UNIT, size: PHONE },
  head: { name: 'Kirana Kampar', role: 'Kepala unit', unit: UNIT, size: PHONE },
  verifier: { name: 'Vira Kampar', role: 'Verifikator', size: DESK },
  auditor: { name: 'Padi Kampar', role: 'Pengawas', size: DESK },
  inspector: { name: 'Ina Kampar', role: 'Pengawas', size: DESK },
};
/** What the operator claims; the verifier lowers 17, returns 16 and accepts the others. */
const CLAIMED = { 16: 3, 17: 3, 18: 3, 19: 3, 20: 3, 22: 3, 25: 3, 26: 3, 28: 3, 34: 3 };

let site;
let house;
let browser;
let folder;
let line;
const people = {};
let submission;
/** The verified index before anything happened. */
let atFirst;

before(async () => {
  site = await openHouse('none');
  house = site.house;
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), 'jalur-files-'));
});

after(async () => {
  await browser?.close();
  await line?.close();
  await site?.demolish();
  rmSync(folder, { recursive: true, force: true });
});

async function arrives(who, size, address = house.address) {
  people[who] = await reader(browser, address, { size });
  return people[who].page;
}

/** Fails when the page complained, but for what the story is about. */
function content(who, expected = []) {
  const { complaints } = people[who];
  const others = complaints.filter((text) => !expected.some((one) => text.includes(one)));
  complaints.length = 0;
  assert.deepEqual(others, []);
}

/** Asks the API as whoever holds this browser. */
function asked(who, path) {
  return people[who].page.evaluate(async (target) => (await fetch(target)).json(), path);
}
const index = async () =>
  Number((await asked('coordinator', `/api/v1/regions/14.01/years/${YEAR}`)).verified.index);

/** Sets the password behind a link, as somebody who was invited. */
async function enters(page, link) {
  await page.goto(new URL(link).pathname);
  await page.getByLabel('Kata sandi baru', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Simpan dan masuk' }).click();
  await page.locator('.hero').waitFor();
}

async function invite(page, { name, role, unit }) {
  await page.goto('/pengaturan?orang=baru');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nama lengkap').fill(name);
  await dialog.getByLabel('Surel', { exact: true }).fill(`${name.split(' ')[0]}@contoh.example`);
  await dialog.getByLabel('Peran').first().selectOption({ label: role });
  if (unit) await dialog.getByLabel('Pada unit').selectOption({ label: unit });
  await dialog.getByRole('button', { name: 'Undang', exact: true }).click();
  const link = await page.getByLabel('Tautan', { exact: true }).inputValue();
  await page.getByRole('button', { name: 'Sudah saya salin' }).click();
  return link;
}

const row = (page, indicator) => page.locator(`#indikator-${indicator}`);

/** Waits until what was done is stored. */
function stored(page, method = 'PUT') {
  return page.waitForResponse((answer) => answer.request().method() === method && answer.ok());
}

async function claims(page, indicator, level) {
  const saved = stored(page);
  await row(page, indicator).locator(`input[type="radio"][value="${level}"]`).click();
  await saved;
}

/** Adds a file to a claim, as it is done in the page. */
async function proves(page, indicator, file, title) {
  const claim = row(page, indicator);
  const add = claim.getByRole('button', { name: 'Tambah data dukung' });
  if (!(await add.isVisible())) await claim.getByText(/^Data dukung/).click();
  await add.click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type="file"]').first().setInputFiles(file);
  await dialog.getByLabel('Judul').fill(title);
  await dialog.getByLabel('Nomor').fill('821/KPTS/2025');
  await dialog.getByLabel('Tanggal dokumen').fill('2025-03-01');
  await dialog.getByLabel('Penanda tangan').fill('Bupati Kampar');
  await dialog.getByText('Berkas sudah diterima seluruhnya').waitFor();
  await dialog.locator('button[type="submit"]').click();
  await dialog.waitFor({ state: 'detached' });
}

const words = (count) => Array.from({ length: count }, (_, i) => `antrean${i}`).join(' ');

/** Gives a verdict by its key: a, t, or k with the reason, and the level that is left. */
async function judges(page, indicator, key, reason, level) {
  await page.goto(`/antrean?${at}&klaim=${submission}.${indicator}`);
  await page.getByRole('button', { name: 'Terima', exact: true }).waitFor();
  await settled(page);
  const saved = stored(page, 'POST');
  await page.keyboard.press(key);
  if (reason) {
    const form = page.getByRole('main');
    if (level !== undefined) await form.locator(`input[name="lower"][value="${level}"]`).check();
    await form.getByLabel(/^(Apa yang perlu diperbaiki|Mengapa diturunkan)$/).fill(reason);
    await form.getByRole('button', { name: /^(Kembalikan ke unit|Turunkan ke parameter)/ }).click();
  }
  await saved;
}

describe('from an idea to verified evidence', () => {
  it('the coordinator invites five people', async () => {
    const page = await arrives('coordinator', DESK);
    await page.goto(await house.firstLink());
    await page.getByLabel('Nama lengkap').fill('Koko Kampar');
    await page.getByLabel('Surel').fill('koko@contoh.example');
    await page.getByLabel('Kata sandi baru', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Simpan dan masuk' }).click();
    await page.locator('.hero').waitFor();
    atFirst = await index();
    for (const [who, person] of Object.entries(STAFF)) {
      people[who] = { link: await invite(page, person) };
    }
    content('coordinator');
  });

  it('an operator registers an innovation on a phone, through a line that will break', async () => {
    const { link } = people.operator;
    line = await badLine(house.address, {
      bytesPerSecond: 4 * MEGABYTE,
      cuts: [6 * MEGABYTE, 11 * MEGABYTE],
    });
    const page = await arrives('operator', STAFF.operator.size, line.address);
    await enters(page, link);
    await page.goto(`/inovasi?${at}`);
    await page.getByRole('button', { name: 'Daftarkan inovasi' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nama inovasi').fill(INNOVATION);
    await dialog.getByLabel('Urusan utama').selectOption({ label: '2 Kesehatan' });
    await dialog.getByLabel('Tahap sekarang').selectOption({ label: 'Penerapan' });
    await dialog.getByRole('button', { name: 'Buat draf dan lanjutkan' }).click();
    await page.waitForURL(/\/inovasi\/[0-9a-f-]{36}\/profil/);
    submission = /inovasi\/([0-9a-f-]{36})/.exec(page.url())[1];
    content('operator');
  });

  it('and describes it, seeing how many words are still missing', async () => {
    const { page } = people.operator;
    await page.getByText('kurang 300 kata').waitFor();
    await page.getByLabel('Permasalahan').fill(words(180));
    await page.getByText('kurang 120 kata').waitFor();
    await page.getByLabel('Cara kerja').fill(words(130));
    await page.getByText('sudah cukup').waitFor();
    await page.getByLabel('Waktu uji coba').fill('2025-02-03');
    const saved = stored(page);
    await page.getByLabel('Waktu penerapan').fill('2025-07-01');
    await saved;
    await page.getByText(/Tersimpan \d/).waitFor();
    await page.reload();
    await page.getByText('sudah cukup').waitFor();
    assert.equal(await page.getByLabel('Waktu penerapan').inputValue(), '2025-07-01');
    content('operator');
  });

  it('claims its levels', async () => {
    const { page } = people.operator;
    await page.goto(`/inovasi/${submission}?${at}`);
    for (const [indicator, level] of Object.entries(CLAIMED)) await claims(page, indicator, level);
    content('operator');
  });

  it('and uploads 12 MB through the line that is cut twice, without starting again', async () => {
    const { page } = people.operator;
    const file = join(folder, 'SK Penetapan Inovasi.pdf');
    writeFileSync(file, bigPdf('Keputusan Bupati Kampar', 12 * MEGABYTE));
    const offsets = [];
    page.on('request', (request) => {
      if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
    });
    await proves(page, 16, file, 'Keputusan Bupati tentang Penetapan Inovasi Daerah');
    await row(page, 16).getByText('1 data dukung').waitFor();
    assert.equal(line.torn(), 2);
    assert.ok(offsets.length >= 3, `${offsets}`);
    assert.equal(offsets.filter((offset) => offset === 0).length, 1, `${offsets}`);
    content('operator', ['ERR_', 'Failed to load']);
  });

  it('and hands it in', async () => {
    const { page } = people.operator;
    await page.getByRole('button', { name: 'Ajukan ke kepala unit' }).click();
    await page.getByText('Menunggu pengesahan kepala unit').waitFor();
    content('operator');
  });

  it('the head of the unit reads it and endorses', async () => {
    const { link } = people.head;
    const page = await arrives('head', STAFF.head.size);
    await enters(page, link);
    await page.goto(`/pengesahan?${at}`);
    await page.getByLabel(`Pilih ${INNOVATION}`).check();
    await page.getByRole('button', { name: 'Sahkan 1 pengajuan' }).click();
    await page.getByText('1 pengajuan sudah disahkan.').waitFor();
    content('head');
  });

  it('the verifier reads the proof, returns one claim, lowers one, accepts the others', async () => {
    const { link } = people.verifier;
    const page = await arrives('verifier', STAFF.verifier.size);
    await enters(page, link);
    const unit = encodeURIComponent(UNIT);
    const queue = `/api/v1/regions/14.01/years/${YEAR}/queue?limit=200&unit=${unit}`;
    const mine = async () =>
      (await asked('verifier', queue)).items.filter((item) => item.submission === submission);
    assert.deepEqual(
      (await mine()).map(({ indicator }) => indicator).sort(),
      Object.keys(CLAIMED).sort(),
    );
    await judges(page, 16, 'k', 'Halaman tanda tangan belum ada.');
    await judges(page, 17, 't', 'Surat tugasnya hanya memuat dua orang.', 1);
    for (const { indicator } of await mine()) await judges(page, indicator, 'a');
    assert.deepEqual(await mine(), []);
    content('verifier');
  });

  it('the operator reads why, and answers with a better file', async () => {
    const { page } = people.operator;
    await page.reload();
    const returned = row(page, 16);
    await returned.getByText('Dikembalikan, perlu dijawab').waitFor();
    await returned.getByText('Halaman tanda tangan belum ada.').waitFor();
    await row(page, 17).getByText('Diturunkan ke parameter 1').waitFor();
    const file = join(folder, 'SK bertanda tangan.pdf');
    writeFileSync(file, bigPdf('Keputusan Bupati Kampar, halaman 4', 4_000));
    await proves(page, 16, file, 'Keputusan Bupati, lengkap dengan tanda tangan');
    await returned.getByText('Menunggu verifikasi').waitFor();
    content('operator');
  });

  it('and the verified index rises once the verifier has accepted it', async () => {
    const { page } = people.verifier;
    const still = await index();
    await judges(page, 16, 'a');
    const now = await index();
    assert.ok(now > still, `${still} to ${now}`);
    assert.ok(now > atFirst, `${atFirst} to ${now}`);
    const { claims: seen } = await asked('operator', `/api/v1/submissions/${submission}`);
    const verified = Object.fromEntries(
      seen.map(({ indicator, verified_level: level }) => [indicator, level]),
    );
    for (const [indicator, level] of Object.entries({ ...CLAIMED, 17: 1 }))
      assert.equal(verified[indicator], level, indicator);
    content('verifier');
  });

  it('the head sees the index that rose', async () => {
    const { page } = people.head;
    const shown = (await index()).toFixed(2).replace('.', ',');
    await page.goto(`/?${at}`);
    await page.locator('.hero').getByText(shown, { exact: true }).first().waitFor();
    content('head');
  });

  it('the auditor proves the log unchanged', async () => {
    const { link } = people.auditor;
    const page = await arrives('auditor', STAFF.auditor.size);
    await enters(page, link);
    await page.goto('/jejak');
    await page.getByRole('button', { name: 'Periksa rantai' }).click();
    await page.getByRole('heading', { name: 'Rantai utuh' }).waitFor();
    content('auditor');
  });

  it('and the inspector sees who did what to this innovation', async () => {
    const { link } = people.inspector;
    const page = await arrives('inspector', STAFF.inspector.size);
    await enters(page, link);
    await page.goto(`/jejak?subjek=${submission}`);
    await settled(page);
    const entries = await page.getByRole('main').getByRole('listitem').allInnerTexts();
    const did = (words, who) =>
      entries.some((text) => text.includes(words) && text.includes(who.name));
    assert.ok(did('Inovasi didaftarkan', STAFF.operator), entries.join('\n'));
    assert.ok(did('Data dukung dilampirkan', STAFF.operator));
    assert.ok(did('Inovasi diajukan ke kepala unit', STAFF.operator));
    assert.ok(did('Pengajuan disahkan', STAFF.head));
    assert.ok(did('Klaim dikembalikan', STAFF.verifier));
    assert.ok(did('Klaim diturunkan', STAFF.verifier));
    assert.ok(did('Klaim diterima', STAFF.verifier));
    content('inspector');
  });
});
