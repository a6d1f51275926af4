// The rules of a year and two years side by side, against the real program.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, settled, visitsTo } from './browser.mjs';
import { openHouse } from './house.mjs';

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

const written = (decimal) => decimal.replace('-', '\u2212').replace('.', ',');
const hundredths = (text) => Math.round(Number(text) * 100);
const compared = (other) => house.ask(`/api/v1/regions/14.01/years/2023/comparison?with=${other}`);

describe('the rules of a year', () => {
  it('show every indicator with its weight, levels and proof', () =>
    visit(async (page) => {
      await page.goto('/aturan?ruleset=iid-2026');
      const rules = await house.ask('/api/v1/rulesets/iid-2026');
      await page.locator('#indikator-16').waitFor();
      assert.equal(await page.locator('article').count(), rules.indicators.length);
      const people = rules.indicators.find((one) => one.id === '17');
      const row = page.locator('#indikator-17');
      for (const words of people.levels) assert.ok(await row.getByText(words).isVisible());
      const proof = row.getByText(people.evidence[0].kind, { exact: true });
      assert.equal(await proof.isVisible(), false);
      await row.getByRole('button', { name: /Bukti dan sumber/ }).click();
      assert.ok(await proof.isVisible());
      assert.ok(await row.getByText('T-2 sampai T-0 (2024 sampai 2026)').first().isVisible());
    }));

  it('keep each assumption beside its value, and count them all', () =>
    visit(async (page) => {
      await page.goto('/aturan?ruleset=iid-2024');
      const rules = await house.ask('/api/v1/rulesets/iid-2024');
      await page.getByText(`memuat ${rules.assumptions.length} asumsi`).waitFor();
      await page.getByRole('button', { name: 'Buka semua bukti dan sumber' }).click();
      const text = await page.getByRole('main').innerText();
      for (const one of rules.assumptions) {
        assert.ok(text.includes(one.text.id), `${one.of}: ${one.text.id}`);
      }
    }));

  it('are searched, and reached from the jump list', () =>
    visit(async (page) => {
      await page.goto('/aturan?ruleset=iid-2026');
      await page.getByLabel('Cari dalam indikator').fill('pengangguran');
      await page.getByText(/^2 dari \d+ baris$/).waitFor();
      assert.equal(await page.locator('article').count(), 2);
      await page.getByLabel('Cari dalam indikator').fill('');
      await page
        .getByRole('navigation', { name: 'Isi halaman' })
        .getByRole('link', { name: 'Kecanggihan Produk' })
        .click();
      const top = await page
        .locator('#innovation-kecanggihan-produk')
        .evaluate((heading) => heading.getBoundingClientRect().top);
      assert.ok(top >= 0 && top < 400, `the variable stands at ${top}`);
    }));

  it('say that a prognosis is not in force', () =>
    visit(async (page) => {
      await page.goto('/aturan');
      await page.getByRole('link', { name: /2027 prakiraan/ }).click();
      await page.waitForURL(/ruleset=iid-2027-prognosis/);
      await page.getByText(/prakiraan dan belum berlaku/).waitFor();
    }));

  it('show proof and sources on paper, and not the navigation', () =>
    visit(async (page) => {
      await page.goto('/aturan?ruleset=iid-2026');
      await settled(page);
      await page.emulateMedia({ media: 'print' });
      assert.ok(await page.locator('#indikator-17').getByText('Data dukung').isVisible());
      const hidden = [
        page.getByRole('navigation').first(),
        page.getByRole('button', { name: 'Cetak' }),
      ];
      for (const one of hidden) assert.equal(await one.isVisible(), false);
    }));

  it('say so when a year is asked for that is not at hand', () =>
    visit(async (page, complaints) => {
      await page.goto('/aturan?ruleset=iid-1999');
      await page.getByRole('alert').waitFor();
      await page.getByRole('link', { name: /^2026/ }).click();
      await page.locator('#indikator-16').waitFor();
      complaints.length = 0; // the answer 404
    }));
});

describe('two years side by side', () => {
  it('score the same data under both, and every step adds up', () =>
    visit(async (page) => {
      await page.goto('/aturan?ruleset=iid-2023&with=iid-2026');
      const answer = await compared('iid-2026');
      const table = page.getByRole('table', { name: /Dari 2023 ke 2026/ });
      await table.waitFor();
      const figures = await table
        .locator('tbody tr')
        .evaluateAll((rows) => rows.map((row) => row.lastElementChild.textContent.trim()));
      assert.equal(figures[0], written(answer.from.verified.index));
      assert.equal(figures.at(-1), written(answer.to.verified.index));
      const effects = answer.causes.map((one) => hundredths(one.verified));
      const whole = effects.reduce((sum, one) => sum + one, 0);
      const change = hundredths(answer.to.verified.index) - hundredths(answer.from.verified.index);
      assert.equal(whole, change);
      assert.equal(figures.length, effects.length + 2);
      assert.ok(await page.getByText(answer.class_change).isVisible());
      await page.getByRole('button', { name: 'Mandiri' }).click();
      const claimed = written(answer.from.claimed.index);
      assert.ok(await table.getByText(claimed, { exact: true }).first().isVisible());
    }));

  it("say which rules the figures start from when it is not the year's own", () =>
    visit(async (page) => {
      await page.goto('/aturan?ruleset=iid-2024&with=iid-2026');
      await page.getByText(/dibandingkan dari 2023, aturan tahun data ini, ke 2026/).waitFor();
      await page.getByRole('button', { name: 'Tukar kiri dan kanan' }).click();
      await page.waitForURL(/ruleset=iid-2026&with=iid-2024/);
      await page.getByText(/dibandingkan dari 2023, aturan tahun data ini, ke 2024/).waitFor();
    }));

  it('lead from a level to review to what its words were and are', () =>
    visit(async (page) => {
      await page.goto('/aturan?ruleset=iid-2023&with=iid-2026');
      const { levels_to_review: ids } = await compared('iid-2026');
      assert.ok(ids.includes('16'));
      await page.locator('.review').getByRole('link', { name: /^16/ }).click();
      const pair = page.locator('#beda-16');
      assert.ok(await pair.getByText('SK Kepala Perangkat Daerah').first().isVisible());
      assert.ok(await pair.getByText('berubah').first().isVisible());
    }));

  it('are chosen from two lists, which the address keeps', () =>
    visit(async (page) => {
      await page.goto('/aturan');
      await page.getByRole('link', { name: 'Dua tahun berdampingan' }).click();
      await page.getByLabel('Aturan kanan').selectOption('iid-2027-prognosis');
      await page.waitForURL(/with=iid-2027-prognosis/);
      await page.getByRole('table', { name: /ke 2027/ }).waitFor();
    }));
});
