// Who innovates and what is weak: the ranking of the units, against the real program.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DESK, launch, PHONE, settled, visitsTo } from './browser.mjs';
import { openHouse } from './house.mjs';
import { EMPTY } from './regions.mjs';

const UNITS = '/api/v1/regions/14.01/years/2023/units';

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
const names = (page) => page.getByRole('table').getByRole('rowheader').getByRole('link');

describe('a regent', () => {
  it('sees at once how many units have no innovation, and which', () =>
    visit(async (page) => {
      await page.goto('/unit');
      const { items } = await house.ask(`${UNITS}?limit=200`);
      const idle = items.filter((unit) => unit.innovations === 0);
      assert.ok(idle.length > 0);
      await page.getByText(`${idle.length} belum punya inovasi.`).waitFor();
      await page.getByRole('button', { name: /Belum punya inovasi/ }).click();
      assert.equal(new URL(page.url()).search, '?tanpa=inovasi');
      const shown = await names(page).allInnerTexts();
      assert.deepEqual(shown.sort(), idle.map((unit) => unit.unit).sort());
    }));

  it('follows a unit to its innovations', () =>
    visit(async (page) => {
      await page.goto('/unit?tampilan=peta');
      await page.getByRole('grid').getByRole('link', { name: 'Dinas Kesehatan' }).click();
      await page.waitForURL(/\/inovasi\?unit=Dinas\+Kesehatan/);
    }));
});

describe('a coordinator', () => {
  it('ranks by verified share in the order of the server, and the address says so', () =>
    visit(async (page) => {
      await page.goto('/unit');
      await settled(page);
      await page.getByLabel('Urutkan').selectOption('verified');
      await page.waitForURL(/urut=verified/);
      await settled(page);
      const { items } = await house.ask(`${UNITS}?sort=verified&limit=200`);
      assert.deepEqual(
        await names(page).allInnerTexts(),
        items.map((unit) => unit.unit),
      );
      await page.reload();
      await settled(page);
      assert.equal(await page.getByLabel('Urutkan').inputValue(), 'verified');
    }));

  it('finds a unit by a part of its name', () =>
    visit(async (page) => {
      await page.goto('/unit');
      await page.getByLabel('Cari unit').fill('hulu kiri kecamatan');
      await page.getByText(/^1 dari \d+ unit$/).waitFor();
      assert.deepEqual(await names(page).allInnerTexts(), ['Kecamatan Kampar Kiri Hulu']);
    }));

  it('takes the table away as CSV and XLSX', () =>
    visit(async (page) => {
      await page.goto('/unit?urut=maturity');
      for (const format of ['CSV', 'XLSX']) {
        const link = page.getByRole('link', { name: new RegExp(format) });
        const href = await link.getAttribute('href');
        assert.match(href, new RegExp(`sort=maturity&format=${format.toLowerCase()}`));
      }
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: /CSV/ }).click();
      assert.match((await download).suggestedFilename(), /\.csv$/);
    }));

  it('is told the next step in a region where nobody innovates', () =>
    visit(
      async (page) => {
        await page.goto(`/unit?daerah=${EMPTY.code}&tahun=2026`);
        await page.getByText(/0 dari \d+ unit punya inovasi/).waitFor();
        await page.getByRole('button', { name: 'Peta indikator' }).click();
        await page.getByText('Belum ada inovasi yang dihitung').waitFor();
      },
      { as: 'assessor' },
    ));

  it('is told when the server fails, and tries again', () =>
    visit(async (page, complaints) => {
      await page.route('**/years/2023/units?*', (route) => route.fulfill({ status: 500 }));
      await page.goto('/unit');
      const alert = page.getByRole('alert');
      await alert.waitFor();
      await page.unroute('**/years/2023/units?*');
      await alert.getByRole('button', { name: 'Coba lagi' }).click();
      await page.getByRole('table').waitFor();
      complaints.length = 0; // the failed request
    }));
});

describe('the heat map', () => {
  it('says in every box what the server says', () =>
    visit(async (page) => {
      await page.goto('/unit?tampilan=peta');
      const { items, indicators } = await house.ask(`${UNITS}?limit=200`);
      const unit = items.find((one) => one.unit === 'Dinas Kesehatan');
      const row = page.getByRole('grid').getByRole('row').filter({ hasText: 'Dinas Kesehatan' });
      await row.waitFor();
      const boxes = await row.getByRole('gridcell').allInnerTexts();
      assert.equal(boxes.length, indicators.length);
      assert.deepEqual(
        boxes.map((box) => box.trim()),
        unit.mean_levels.map(written),
      );
    }));

  it('is read with the arrow keys after a single Tab', () =>
    visit(async (page) => {
      await page.goto('/unit?tampilan=peta');
      await page.getByRole('grid').waitFor();
      await page.locator('[data-row][tabindex="0"]').focus();
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      const tip = page.locator('.tip');
      await tip.getByText(/^35 /).waitFor();
      assert.match(await tip.innerText(), /Rata-rata parameter \d,\d\d dari 3/);
      assert.equal(await page.locator('[data-row][tabindex="0"]').count(), 1);
      await page.keyboard.press('Escape');
      await tip.waitFor({ state: 'detached' });
    }));

  it('keeps the unit in view while a phone scrolls sideways', () =>
    visit(
      async (page) => {
        await page.goto('/unit?tampilan=peta');
        await page.getByRole('grid').waitFor();
        await page.locator('[data-row="2"][data-column="19"]').focus();
        const name = page.getByRole('rowheader').nth(1);
        const { x, width } = await name.boundingBox();
        assert.ok(x >= 0 && x + width < PHONE.width / 2, `the unit stands at ${x}`);
        const beyond = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        assert.ok(beyond <= 0, `${beyond} px too wide`);
      },
      { size: PHONE },
    ));

  it('tells the name of an indicator under the pointer', () =>
    visit(
      async (page) => {
        await page.goto('/unit?tampilan=peta');
        await page.getByRole('columnheader', { name: /^16/ }).hover();
        await page.locator('.tip').getByText('16 Regulasi inovasi daerah').waitFor();
      },
      { size: DESK },
    ));
});
