// Takes a picture of every screen: docs/pictures/beranda.png for the README, the rest into
// build/screenshots. Usage: node tests/e2e/screenshots.mjs
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DESK, launch, PHONE, reader, settled } from './browser.mjs';
import { openHouse, roleFor, root } from './house.mjs';
import { EMPTY, FULL } from './regions.mjs';
import { doWork, workScreens } from './work.mjs';

const pictures = join(root, 'docs/pictures');
const shots = join(root, 'build/screenshots');

const at = (region) => `?daerah=${region.code}&tahun=2026`;

function screens({ one, long }) {
  return {
    beranda: '/',
    'beranda-baris': '/?baris=buka',
    'beranda-kosong': `/${at(EMPTY)}`,
    'beranda-penuh': `/${at(FULL)}`,
    inovasi: '/inovasi',
    'inovasi-kosong': `/inovasi${at(EMPTY)}`,
    'inovasi-penuh': `/inovasi${at(FULL)}`,
    'inovasi-satu': `/inovasi/${one.submission}`,
    'inovasi-satu-panjang': `/inovasi/${long.submission}${at(FULL)}`,
    pemerintah: '/pemerintah',
    unit: '/unit',
    'unit-penuh': `/unit${at(FULL)}`,
    aturan: '/aturan',
    'tidak-ada': '/tidak-ada',
    akun: '/akun',
    pemberitahuan: '/pemberitahuan',
    orang: '/pengaturan',
    undang: '/pengaturan?orang=baru',
    daerah: '/pengaturan?bagian=daerah',
    jejak: '/jejak',
  };
}

const VISITED = { masuk: '/masuk', 'undangan-habis': '/undangan/14.01.tidak-ada' };

async function picture(browser, house, path, file, settings, whole) {
  const visitor = await reader(browser, house.address, settings);
  await visitor.page.goto(path);
  await settled(visitor.page);
  await visitor.page.evaluate(() => document.fonts.ready);
  await visitor.page.screenshot({ path: file, fullPage: whole });
  await visitor.leave();
}

async function failing(browser, house, settings, file) {
  const cookie = await house.cookieOf('coordinator');
  const visitor = await reader(browser, house.address, { cookie, ...settings });
  await visitor.page.route('**/years/**', (route) => route.abort());
  await visitor.page.goto('/');
  await visitor.page.getByRole('alert').waitFor();
  await visitor.page.screenshot({ path: file });
  await visitor.leave();
}

mkdirSync(pictures, { recursive: true });
mkdirSync(shots, { recursive: true });
const { house, demolish } = await openHouse();
const browser = await launch();
try {
  const one = await house.innovation('Antar Obat');
  const long = await house.innovation('Percepatan', FULL.code, 2026);
  const cookieFor = (path) => house.cookieOf(roleFor(path));
  const front = { size: DESK, cookie: await cookieFor('/') };
  await picture(browser, house, '/', join(pictures, 'beranda.png'), front, false);
  const worked = workScreens(await doWork(house));
  for (const [place, size] of Object.entries({ phone: PHONE, desk: DESK })) {
    for (const language of ['id', 'en']) {
      const settings = { size, language };
      for (const [name, path] of Object.entries(screens({ one, long }))) {
        const file = join(shots, `${name}-${place}-${language}.png`);
        const cookie = await cookieFor(path);
        await picture(browser, house, path, file, { ...settings, cookie }, true);
      }
      for (const [name, [role, path]] of Object.entries(worked)) {
        const file = join(shots, `${name.replace(/\W+/g, '-')}-${place}-${language}.png`);
        const cookie = role ? await house.cookieOf(role) : undefined;
        await picture(browser, house, path, file, { ...settings, cookie }, true);
      }
      for (const [name, path] of Object.entries(VISITED)) {
        const file = join(shots, `${name}-${place}-${language}.png`);
        await picture(browser, house, path, file, settings, true);
      }
      const file = join(shots, `gagal-${place}-${language}.png`);
      await failing(browser, house, settings, file);
    }
  }
} finally {
  await browser.close();
  await demolish();
}
