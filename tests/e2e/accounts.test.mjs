// From the first start to a region at work: links, roles, the log; against the real program.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { DESK, launch, PHONE, reader, settled } from './browser.mjs';
import { openHouse } from './house.mjs';
import { workbook } from './workbook.mjs';

const PASSWORD = 'perahu panjang di sungai';
const KOKO = { name: 'Koko Kampar', email: 'koko@contoh.example' };
const OLAN = { name: 'Olan Kampar', email: 'olan@contoh.example', unit: 'Dinas Kesehatan' };

let site;
let house;
let browser;
/** Two people who keep their own browsers from one story to the next. */
let koko;
let olan;
let invitation;

before(async () => {
  site = await openHouse('none');
  house = site.house;
  browser = await launch();
  koko = await reader(browser, house.address, { size: DESK });
  olan = await reader(browser, house.address, { size: PHONE });
});

after(async () => {
  await browser?.close();
  await site?.demolish();
});

/** Fails when the page complained, but for answers of 4xx that the story is about. */
function content(visitor, expected = []) {
  const others = visitor.complaints.filter((text) => !expected.some((one) => text.includes(one)));
  visitor.complaints.length = 0;
  assert.deepEqual(others, []);
}

async function signIn(page, { email }, password = PASSWORD) {
  await page.getByLabel('Surel').fill(email);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Masuk', exact: true }).click();
}

/** The six digits of an authenticator (RFC 6238), `steps` of 30 seconds from now. */
function digits(secret, steps = 0) {
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const bytes = bits.join('').match(/.{8}/g);
  const key = Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac('sha1', key).update(step).digest();
  const number = hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

const level = (page, indicator, value) =>
  page.locator(`#indikator-${indicator} input[type="radio"][value="${value}"]`);

/** Chooses another level than the one that stands, and answers how the server took it. */
async function raise(page, indicator) {
  await page.locator(`#indikator-${indicator}`).waitFor();
  const checked = await page.locator(`#indikator-${indicator} input:checked`).inputValue();
  const answer = page.waitForResponse((one) => one.request().method() === 'PUT');
  await level(page, indicator, checked === '3' ? 2 : 3).click();
  return (await answer).status();
}

/** The address of the unit's first innovation, found as a reader finds it. */
async function firstInnovation(page, unit) {
  await page.goto(`/inovasi?unit=${encodeURIComponent(unit)}`);
  await page.getByRole('table').waitFor();
  return page.locator('tbody a').first().getAttribute('href');
}

describe('a region', () => {
  it('gets its first coordinator by the link that the start printed', async () => {
    const { page } = koko;
    await page.goto(await house.firstLink());
    await page.getByRole('heading', { name: 'Selamat datang di Jalur' }).waitFor();
    await page.getByLabel('Nama lengkap').fill(KOKO.name);
    await page.getByLabel('Surel').fill(KOKO.email);
    await page.getByLabel('Kata sandi baru', { exact: true }).fill('koko@contoh.example');
    await page.getByRole('button', { name: 'Simpan dan masuk' }).click();
    await page.getByRole('alert').waitFor();
    assert.equal(await page.getByLabel('Nama lengkap').inputValue(), KOKO.name);
    await page.getByLabel('Kata sandi baru', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Simpan dan masuk' }).click();
    await page.locator('.hero').waitFor();
    await page.getByRole('button', { name: `Akun ${KOKO.name}, Koordinator` }).waitFor();
    content(koko, ['status of 4']);
  });

  it('finds that the link works once', async () => {
    const visitor = await reader(browser, house.address);
    await visitor.page.goto(await house.firstLink());
    await visitor.page.getByRole('heading', { name: 'Tautan ini tidak berlaku lagi' }).waitFor();
    content(visitor, ['status of 404']);
    await visitor.leave();
  });

  it('invites an operator, whose draft outlives a reload', async () => {
    const { page } = koko;
    await page.getByRole('link', { name: 'Pengaturan' }).click();
    await page.getByRole('button', { name: 'Undang orang' }).click();
    await page.getByLabel('Nama lengkap').fill(OLAN.name);
    await page.getByText(/^Draf tersimpan/).waitFor();
    await page.reload();
    assert.equal(await page.getByLabel('Nama lengkap').inputValue(), OLAN.name);
    await page.getByLabel('Surel', { exact: true }).fill(OLAN.email);
    await page.getByLabel('Pada unit').selectOption({ label: OLAN.unit });
    await page.getByRole('button', { name: 'Undang', exact: true }).click();
    invitation = await page.getByLabel('Tautan', { exact: true }).inputValue();
    assert.ok(invitation.startsWith(`${house.address}/undangan/`), invitation);
    await page.getByRole('button', { name: 'Sudah saya salin' }).click();
    await page.getByText('Diundang', { exact: true }).waitFor();
    content(koko);
  });
});

describe('an operator', () => {
  it('opens the link on a phone and sets a password', async () => {
    const { page } = olan;
    await page.goto(invitation);
    await page.getByText(OLAN.name).waitFor();
    await page.getByLabel('Kata sandi baru', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Simpan dan masuk' }).click();
    await page.locator('.hero').waitFor();
    content(olan);
  });

  it('sees only what the role allows', async () => {
    const { page } = olan;
    await page.getByRole('button', { name: 'Menu' }).click();
    const menu = page.getByRole('dialog');
    await menu.getByText(OLAN.name).waitFor();
    const links = await menu.getByRole('link').allInnerTexts();
    assert.deepEqual(
      links.map((text) => text.trim()),
      ['Unit', 'Aturan', 'Pemberitahuan', 'Akun saya'],
    );
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    await page.goto('/pengaturan');
    await page.getByRole('heading', { name: 'Halaman ini di luar peran Anda' }).waitFor();
    await page.goto(await firstInnovation(page, 'Dinas Perhubungan'));
    await page.getByText(/^Hanya untuk dibaca/).waitFor();
    assert.ok(await level(page, '16', 1).isDisabled());
    content(olan);
  });

  it('fills in a level of the own unit', async () => {
    const { page } = olan;
    await page.goto(await firstInnovation(page, OLAN.unit));
    assert.equal(await raise(page, '16'), 200);
    content(olan);
  });

  it('goes on where the session ended, without losing the page', async () => {
    const { page } = olan;
    const here = page.url();
    // What the page still asks for after the last save would meet the end of the session first.
    await page.reload({ waitUntil: 'networkidle' });
    await page.context().clearCookies();
    assert.equal(await raise(page, '17'), 401);
    const dialog = page.getByRole('dialog', { name: 'Sesi Anda berakhir' });
    await dialog.waitFor();
    await dialog.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Masuk', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.equal(page.url(), here);
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT');
    await page.getByRole('alert').getByRole('button', { name: 'Coba lagi' }).click();
    assert.equal((await saved).status(), 200);
    content(olan, ['status of 401']);
  });

  it('signs out and is a visitor, who is led to the sign-in page and back', async () => {
    const { page } = olan;
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keluar' }).click();
    await page.getByRole('banner').getByRole('link', { name: 'Masuk' }).waitFor();
    await page.goto('/akun');
    await page.getByRole('heading', { name: 'Masuk', exact: true }).waitFor();
    await signIn(page, OLAN);
    await page.getByRole('heading', { name: 'Akun saya' }).waitFor();
    content(olan, ['status of 401']);
  });

  it('sets up a second factor and is asked for its code from then on', async () => {
    const { page } = olan;
    await page.getByRole('button', { name: 'Pasang faktor kedua' }).click();
    const secret = (await page.getByLabel('Kunci', { exact: true }).innerText()).replace(/\s/g, '');
    await page.getByLabel('Kode enam angka').fill(digits(secret));
    await page.getByRole('button', { name: 'Aktifkan' }).click();
    await page.getByText(/^Faktor kedua aktif/).waitFor();
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keluar' }).click();
    await page.getByRole('banner').getByRole('link', { name: 'Masuk' }).click();
    await signIn(page, OLAN);
    // The step of the first code is used up; the next one is allowed early.
    await page.getByLabel('Kode enam angka').fill(digits(secret, 1));
    await page.getByRole('button', { name: 'Lanjut' }).click();
    await page.locator('.hero').waitFor();
    content(olan, ['status of 401']);
  });
});

describe('the coordinator', () => {
  it('sees in the log who did what, narrowed to the operator', async () => {
    const { page } = koko;
    await page.getByRole('link', { name: 'Jejak' }).click();
    const claim = page.getByRole('listitem').filter({ hasText: 'Parameter diisi' }).first();
    await claim.getByRole('button', { name: OLAN.name }).click();
    await page.waitForURL(/orang=/);
    await settled(page);
    const text = await page.getByRole('main').innerText();
    assert.match(text, /indikator 16, parameter \d menjadi \d/);
    assert.match(text, /Tautan sekali pakai digunakan/);
    assert.doesNotMatch(text, new RegExp(KOKO.name));
    content(koko);
  });

  it('has the chain checked and finds it whole', async () => {
    const { page } = koko;
    await page.getByRole('button', { name: 'Periksa rantai' }).click();
    await page.getByRole('heading', { name: 'Rantai utuh' }).waitFor();
    content(koko);
  });

  it('invites everybody in a workbook, once its faults are mended', async () => {
    const { page } = koko;
    const head = ['Nama', 'Surel', 'Unit', 'Peran'];
    const siti = ['Siti Kampar', 'siti@contoh.example', 'Dinas Sosial', 'Operator'];
    const budi = ['Budi Kampar', 'budi@contoh.example', '', 'Verifikator'];
    const chooses = (rows) =>
      page
        .getByRole('dialog')
        .locator('input[type="file"]')
        .setInputFiles({
          name: 'orang.xlsx',
          mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          buffer: workbook('Orang', [head, ...rows]),
        });
    await page.goto('/pengaturan?orang=impor');
    await chooses([siti, ['Budi Kampar', 'bukan surel', '', 'Verifikator']]);
    await page.getByText('Sel B3').waitFor();
    await chooses([siti, budi]);
    await page.getByRole('button', { name: 'Undang 2 orang' }).click();
    const links = page.getByRole('dialog').locator('input[readonly]');
    await links.first().waitFor();
    assert.equal(await links.count(), 2);
    const link = await links.first().inputValue();
    const visitor = await reader(browser, house.address);
    await visitor.page.goto(new URL(link).pathname);
    await visitor.page.getByText('Siti Kampar').waitFor();
    await visitor.leave();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Unduh CSV' }).click();
    assert.equal((await saved).suggestedFilename(), 'undangan-14.01.csv');
    await page.getByRole('button', { name: 'Selesai' }).click();
    content(koko, ['status of 400']);
  });

  it('closes the account, which ends the operator at once', async () => {
    const { page } = koko;
    await page.getByRole('link', { name: 'Pengaturan' }).click();
    await page.getByRole('button', { name: `Ubah ${OLAN.name}` }).click();
    await page.getByRole('button', { name: 'Tutup akun' }).click();
    await page.getByRole('button', { name: 'Ya, tutup' }).click();
    await page.getByRole('button', { name: 'Buka akun lagi' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Ditutup', { exact: true }).waitFor();
    await olan.page.goto('/akun');
    await olan.page.getByRole('heading', { name: 'Masuk', exact: true }).waitFor();
    await signIn(olan.page, OLAN);
    await olan.page.getByRole('alert').waitFor();
    content(koko);
    content(olan, ['status of 401']);
  });

  it('cannot close the last coordinator', async () => {
    const { page } = koko;
    await page.getByRole('button', { name: `Ubah ${KOKO.name}` }).click();
    await page.getByRole('button', { name: 'Tutup akun' }).click();
    await page.getByRole('button', { name: 'Ya, tutup' }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    content(koko, ['status of 4']);
  });
});
