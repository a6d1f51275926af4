// What people do with the screens, told from their side, against the real program.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DESK, launch, PHONE, settled, visitsTo } from './browser.mjs';
import { openHouse } from './house.mjs';
import { EMPTY, FULL } from './regions.mjs';

const OBAT = 'Antar Obat Sampai Rumah';

let site;
let house;
let browser;
let visit;

before(async () => {
  site = await openHouse();
  house = site.house;
  browser = await launch();
  visit = visitsTo(browser, house);
});

after(async () => {
  await browser?.close();
  await site?.demolish();
});

const written = (decimal) => decimal.replace('.', ',');
const claimedOnPanel = (page) => page.locator('.index dd').first();
const radio = (page, indicator, level) =>
  page.locator(`#indikator-${indicator} input[type="radio"][value="${level}"]`);
const checked = (page, indicator) =>
  page.locator(`#indikator-${indicator} input:checked`).inputValue();

/** The level that is not chosen and nearest above, else below. */
async function otherLevel(page, indicator) {
  const now = Number(await checked(page, indicator));
  return { now, next: now < 3 ? now + 1 : now - 1 };
}

/** Waits until a level is durably saved, as the page says. */
async function choose(page, indicator, level) {
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT');
  await radio(page, indicator, level).check();
  assert.equal((await saved).status(), 200);
}

describe('a newcomer', () => {
  it('sees the index of Kampar, how far the next class is, and that it is a sample', () =>
    visit(async (page) => {
      await page.goto('/');
      const hero = page.locator('.hero');
      await hero.getByText('50,62').first().waitFor();
      const overview = await house.overview();
      const text = await hero.innerText();
      assert.match(text, /Indeks Inovasi Daerah Kabupaten Kampar 2023/);
      assert.ok(text.includes(written(overview.claimed.index)), 'the claimed index stands beside');
      assert.ok(text.includes(`${written(overview.next_class.missing)} poin lagi`));
      assert.ok(await page.getByText('Data contoh.', { exact: false }).first().isVisible());
    }));

  it('finds every addend of the number and searches among them', () =>
    visit(async (page) => {
      await page.goto('/');
      await page.getByRole('button', { name: 'Lihat tiap baris' }).click();
      await page.getByRole('table').waitFor();
      await page.getByLabel('Cari indikator atau inovasi').fill('IPM');
      await page.waitForFunction(() => document.querySelectorAll('tbody tr').length < 10);
      assert.match(new URL(page.url()).search, /baris=buka.*cari=IPM/);
      assert.match(await page.locator('tbody').innerText(), /IPM/);
    }));

  it('reads which submitted innovations do not count, and why', () =>
    visit(async (page) => {
      await page.goto('/');
      const { excluded } = (await house.overview()).submissions;
      await page.getByText(`${excluded.length} diajukan tetapi tidak dihitung`).click();
      assert.ok(await page.getByText(excluded[0].text).isVisible());
    }));
});

describe('an operator', () => {
  it('changes a level, sees the index move, and finds it again after a reload', () =>
    visit(async (page) => {
      const { submission } = await house.innovation(OBAT);
      await page.goto(`/inovasi/${submission}`);
      const before = await claimedOnPanel(page).innerText();
      const { next } = await otherLevel(page, '31');
      await choose(page, '31', next);
      await page.waitForFunction(
        (old) => document.querySelector('.index dd').innerText !== old,
        before,
      );
      const { claimed } = await house.overview();
      assert.equal(await claimedOnPanel(page).innerText(), written(claimed.index));
      await page.reload();
      await page.locator('#indikator-31').waitFor();
      assert.equal(await checked(page, '31'), String(next));
      await page.goto('/');
      await page.locator('.hero').waitFor();
      assert.match(await page.locator('.hero').innerText(), new RegExp(written(claimed.index)));
    }));

  it('takes a change back with the button and with Ctrl+Z', () =>
    visit(async (page) => {
      const { submission } = await house.innovation(OBAT);
      await page.goto(`/inovasi/${submission}`);
      const { now, next } = await otherLevel(page, '26');
      for (const undo of [
        () => page.getByRole('button', { name: /Urungkan/ }).click(),
        () => page.keyboard.press('Control+z'),
      ]) {
        await choose(page, '26', next);
        await page.getByRole('button', { name: /Urungkan: indikator 26/ }).waitFor();
        const back = page.waitForResponse((answer) => answer.request().method() === 'PUT');
        await undo();
        await back;
        assert.equal(await checked(page, '26'), String(now));
      }
      await page.getByRole('button', { name: /Urungkan/ }).waitFor({ state: 'detached' });
    }));

  it('lets a measured figure propose the level', () =>
    visit(async (page, complaints) => {
      const { submission } = await house.innovation(OBAT);
      await page.goto(`/inovasi/${submission}`);
      const row = page.locator('#indikator-17');
      await row.getByText('Hitung dari angka').click();
      const field = row.getByLabel(/^Angka/);
      await field.fill('dua belas');
      await row.getByRole('button', { name: 'Hitung parameter' }).click();
      await row.locator('.wrong').waitFor();
      await field.fill('31');
      await row.getByRole('button', { name: 'Hitung parameter' }).click();
      await row.getByText('31,00 orang menghasilkan parameter 3').waitFor();
      const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT');
      await row.getByRole('button', { name: 'Pakai parameter 3' }).click();
      await saved;
      assert.equal(await checked(page, '17'), '3');
      complaints.length = 0; // the refused figure, an answer of 4xx
    }));

  it('works by keyboard alone, and passing over a level does not save it', () =>
    visit(async (page) => {
      await page.goto('/');
      await page.locator('.hero').waitFor();
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement.innerText), 'Langsung ke isi');
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'isi');
      await page.getByRole('link', { name: 'Inovasi', exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.getByLabel('Cari nama atau unit').focus();
      await page.keyboard.type(OBAT);
      await page.getByText(/^1 dari 1 inovasi/).waitFor();
      await page.getByRole('link', { name: new RegExp(OBAT) }).focus();
      await page.keyboard.press('Enter');
      await page.locator('#indikator-22').waitFor();
      const saves = [];
      page.on('request', (request) => {
        if (request.method() === 'PUT') saves.push(request.postData());
      });
      await radio(page, '22', await checked(page, '22')).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page
        .getByText(/^Tersimpan/)
        .first()
        .waitFor();
      assert.equal(saves.length, 1);
      assert.equal(JSON.parse(saves[0]).level, Number(await checked(page, '22')));
    }));

  it('is told beside the field when the server is gone, keeps the level, and tries again', () =>
    visit(async (page, complaints) => {
      const { submission } = await house.innovation(OBAT);
      await page.goto(`/inovasi/${submission}`);
      const { now, next } = await otherLevel(page, '24');
      await house.close();
      await radio(page, '24', next).click();
      const alert = page.locator('#indikator-24').getByRole('alert');
      await alert.getByText('Server tidak terjangkau').waitFor();
      assert.match(await alert.innerText(), new RegExp(`parameter tetap ${now}`));
      assert.equal(await checked(page, '24'), String(now));
      await house.open();
      await page.goto(`/inovasi/${submission}`);
      assert.equal(await checked(page, '24'), String(now), 'nothing was half saved');
      await house.close();
      await radio(page, '24', next).click();
      await alert.waitFor();
      await house.open();
      await alert.getByRole('button', { name: 'Coba lagi' }).click();
      await alert.waitFor({ state: 'detached' });
      assert.equal(await checked(page, '24'), String(next));
      complaints.length = 0; // the refused connections
    }));
});

describe('a coordinator', () => {
  it('narrows the list and finds the filters in the address', () =>
    visit(async (page) => {
      await page.goto('/inovasi');
      await page.getByRole('table').waitFor();
      await page.getByLabel('Status').selectOption('draft');
      await page.getByLabel('Cari nama atau unit').fill('a');
      await page.waitForURL(/cari=a/);
      assert.match(new URL(page.url()).search, /status=draft/);
      await settled(page);
      const shown = await page.locator('tbody tr').count();
      const answer = await house.ask(
        '/api/v1/regions/14.01/years/2023/innovations?state=draft&q=a',
      );
      assert.equal(shown, answer.items.length);
      await page.reload();
      await settled(page);
      assert.equal(await page.getByLabel('Status').inputValue(), 'draft');
      assert.equal(await page.locator('tbody tr').count(), shown);
      const csv = page.getByRole('link', { name: /CSV/ });
      assert.match(await csv.getAttribute('href'), /state=draft.*format=csv/);
      await page.getByRole('button', { name: 'Hapus saringan' }).click();
      await page.getByText(/^50 dari 54 inovasi/).waitFor();
    }));

  it('takes away what is seen as CSV', () =>
    visit(async (page) => {
      await page.goto('/inovasi?status=draft');
      await page.getByRole('table').waitFor();
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: /CSV/ }).click();
      assert.match((await download).suggestedFilename(), /\.csv$/);
    }));

  it('loads 300 innovations page by page without losing one', () =>
    visit(
      async (page) => {
        await page.goto(`/inovasi?daerah=${FULL.code}&tahun=2026`);
        for (const shown of [50, 100, 150, 200, 250, 300]) {
          await page.getByText(`${shown} dari 300 inovasi`).waitFor();
          if (shown < 300) await page.getByRole('button', { name: 'Muat lagi' }).click();
        }
        const links = await page
          .locator('tbody a')
          .evaluateAll((all) => new Set(all.map(({ href }) => href)).size);
        assert.equal(links, 300);
        assert.equal(await page.getByRole('button', { name: 'Muat lagi' }).count(), 0);
      },
      { as: 'assessor' },
    ));

  it('goes to another region and year, and the address says so', () =>
    visit(
      async (page) => {
        await page.goto('/');
        await page.locator('.hero').waitFor();
        await page.getByLabel('Tahun').selectOption('2026');
        await page.getByRole('heading', { name: /Kabupaten Kampar 2026/ }).waitFor();
        assert.equal(new URL(page.url()).search, '?daerah=14.01&tahun=2026');
        await page.getByLabel('Daerah').selectOption(FULL.code);
        await page.getByRole('heading', { name: new RegExp(FULL.name) }).waitFor();
        await page.getByRole('link', { name: 'Inovasi', exact: true }).click();
        await page.getByText(/dari 300 inovasi/).waitFor();
        await page.goBack();
        await page.getByRole('heading', { name: new RegExp(FULL.name) }).waitFor();
      },
      { as: 'assessor' },
    ));

  it('finds an empty year said in words, with the next step', () =>
    visit(
      async (page) => {
        await page.goto(`/?daerah=${EMPTY.code}&tahun=2026`);
        await page.getByText('Belum ada yang diverifikasi').waitFor();
        assert.match(await page.locator('.hero').innerText(), /Indeks mandiri\s+0,00/);
        await page.goto(`/inovasi?daerah=${EMPTY.code}&tahun=2026`);
        await page.getByText('Belum ada inovasi pada tahun ini').waitFor();
      },
      { as: 'assessor' },
    ));

  it('raises a government row and sees the index follow', () =>
    visit(async (page) => {
      await page.goto('/pemerintah');
      await page.locator('#indikator-15').waitFor();
      const { next } = await otherLevel(page, '15');
      await choose(page, '15', next);
      await page.getByText(/sejak halaman dibuka/).waitFor();
      const { claimed } = await house.overview();
      assert.equal(await claimedOnPanel(page).innerText(), written(claimed.index));
    }));
});

describe('every reader', () => {
  it('changes the language at once and keeps it', () =>
    visit(async (page) => {
      await page.goto('/');
      await page.locator('.hero').waitFor();
      await page.getByRole('button', { name: /English/ }).click();
      await page.getByText('Verified index').waitFor();
      const { verified } = await house.overview(); // earlier stories may have moved it
      await page.getByText(verified.index).first().waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
      await page.reload();
      await page.getByText('Verified index').waitFor();
      await page.getByRole('button', { name: /Bahasa Indonesia/ }).click();
      await page.getByText('Indeks terverifikasi').waitFor();
    }));

  it('is told when the server cannot be reached, and tries again', () =>
    visit(async (page, complaints) => {
      await page.goto('/');
      await page.locator('.hero').waitFor();
      await page.route('**/api/v1/regions/**', (route) => route.abort());
      await page.getByRole('link', { name: 'Inovasi', exact: true }).click();
      await page.getByRole('alert').getByText('Server tidak terjangkau').waitFor();
      await page.unroute('**/api/v1/regions/**');
      await page.getByRole('alert').getByRole('button', { name: 'Coba lagi' }).click();
      await page.getByRole('table').waitFor();
      complaints.length = 0; // the aborted requests
    }));

  it('is told that a page does not exist', () =>
    visit(async (page) => {
      await page.goto('/tidak-ada');
      await page.getByText('Halaman ini tidak ada').waitFor();
      await page.getByRole('main').getByRole('link', { name: 'Ke Beranda' }).click();
      await page.locator('.hero').waitFor();
    }));

  it('has a first page of at most 60 kB before the font', () =>
    visit(async (page) => {
      const sizes = [];
      page.on('requestfinished', async (request) => {
        const path = new URL(request.url()).pathname;
        if (path.startsWith('/api/') || path.endsWith('.woff2')) return;
        sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
      });
      await page.goto('/');
      await settled(page);
      const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      assert.ok(bytes > 0 && bytes <= 60_000, `${bytes} bytes`);
    }));

  for (const [name, size] of Object.entries({ phone: PHONE, desk: DESK })) {
    it(`never has to scroll sideways, ${name}`, () =>
      visit(
        async (page) => {
          const { submission } = await house.innovation('Percepatan', FULL.code, 2026);
          const where = `?daerah=${FULL.code}&tahun=2026`;
          const pages = [`/${where}&baris=buka`, `/inovasi${where}`, `/inovasi/${submission}`];
          for (const path of [
            ...pages,
            `/pemerintah${where}`,
            `/unit${where}`,
            `/aturan${where}`,
          ]) {
            await page.goto(path);
            await settled(page);
            const beyond = await page.evaluate(
              () => document.documentElement.scrollWidth - window.innerWidth,
            );
            assert.ok(beyond <= 0, `${path} is ${beyond} px too wide`);
          }
        },
        { as: 'assessor', size },
      ));
  }
});
