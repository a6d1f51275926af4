// axe (WCAG 2.2 AA and best practice) on every screen, phone and desk, both languages: nothing found.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { DESK, launch, PHONE, reader, settled } from './browser.mjs';
import { openHouse, roleFor } from './house.mjs';
import { EMPTY } from './regions.mjs';
import { doWork, workScreens } from './work.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site;
let browser;
let worked;

before(async () => {
  site = await openHouse();
  worked = workScreens(await doWork(site.house));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.demolish();
});

/** Every fold of the page opened, so that what it hides is looked at too. */
function unfold() {
  for (const fold of document.querySelectorAll('main details')) fold.open = true;
  const folded = document.querySelectorAll('main article button[aria-expanded="false"]');
  for (const button of folded) button.click();
}

const SCREENS = {
  home: async () => '/',
  'home with all rows': async () => '/?baris=buka&cari=ipm',
  'home of an empty year': async () => `/?daerah=${EMPTY.code}&tahun=2026`,
  innovations: async () => '/inovasi',
  'innovations, none': async () => `/inovasi?daerah=${EMPTY.code}&tahun=2026`,
  'one innovation': async () =>
    `/inovasi/${(await site.house.innovation('Antar Obat')).submission}`,
  government: async () => '/pemerintah',
  units: async () => '/unit',
  'units without innovation': async () => '/unit?tanpa=inovasi',
  'heat map': async () => '/unit?tampilan=peta',
  'units of an empty year': async () => `/unit?daerah=${EMPTY.code}&tahun=2026`,
  rules: async () => '/aturan',
  'rules, a prognosis': async () => '/aturan?ruleset=iid-2027-prognosis',
  'rules, two years': async () => '/aturan?ruleset=iid-2023&with=iid-2026',
  'no such page': async () => '/tidak-ada',
  account: async () => '/akun',
  notices: async () => '/pemberitahuan',
  people: async () => '/pengaturan',
  'people, an invitation': async () => '/pengaturan?orang=baru',
  'settings of the region': async () => '/pengaturan?bagian=daerah',
  log: async () => '/jejak',
};
/** Work in progress, each seen by whoever does it. */
const WORK = Object.keys(workScreens({ evidence: [] }));
/** What a visitor sees who has not signed in. */
const VISITED = {
  'sign in': async () => '/masuk',
  'a link that no longer works': async () => '/undangan/14.01.tidak-ada',
};

/** Contrast takes most of the time and does not depend on the language: it is looked at in one. */
async function violations(page, language) {
  await page.evaluate(unfold);
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(
    (enabled) =>
      window.axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        rules: { 'color-contrast': { enabled } },
      }),
    language === 'id',
  );
  return found.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes
      .slice(0, 5)
      .map(({ html, target }) => `${target.join(' ')}: ${html.slice(0, 160)}`),
  }));
}

for (const [where, size] of Object.entries({ phone: PHONE, desk: DESK })) {
  for (const language of ['id', 'en']) {
    // Two at a time: each page is looked at in a process of its own.
    describe(`${where}, ${language}`, { concurrency: 2 }, () => {
      const looked = async (path, settings) => {
        const visitor = await reader(browser, site.house.address, settings);
        try {
          await visitor.page.goto(path);
          await settled(visitor.page);
          assert.deepEqual(await violations(visitor.page, language), []);
        } finally {
          await visitor.leave();
        }
      };
      for (const [name, path] of Object.entries(SCREENS)) {
        it(name, async () => {
          const where = await path();
          const cookie = await site.house.cookieOf(roleFor(where));
          await looked(where, { size, language, cookie });
        });
      }
      for (const name of WORK) {
        it(name, async () => {
          const [role, path] = worked[name];
          const cookie = role ? await site.house.cookieOf(role) : undefined;
          await looked(path, { size, language, cookie });
        });
      }
      for (const [name, path] of Object.entries(VISITED)) {
        it(name, async () => looked(await path(), { size, language }));
      }
    });
  }
}
