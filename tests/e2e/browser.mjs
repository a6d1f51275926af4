// Debian's Chromium, driven by Playwright. No page of a story may log an error or leave the house.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: ARGS });
}

/**
 * A page for one reader, signed in by a `cookie` where one is given. `complaints` collects what the page logged as an error and any request
 * to another host; a story ends by looking that it is empty.
 */
export async function reader(browser, address, { size = DESK, language = 'id', cookie } = {}) {
  const context = await browser.newContext({ viewport: size, baseURL: address });
  await context.addInitScript((chosen) => {
    if (!localStorage.getItem('jalur.language')) localStorage.setItem('jalur.language', chosen);
  }, language);
  if (cookie) {
    const [name, value] = cookie.split('=');
    await context.addCookies([{ name, value, url: address }]);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(60_000); // patient: a machine that also compiles is slow
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith('data:')) complaints.push(`asked ${url}`);
  });
  return { page, complaints, leave: () => context.close() };
}

/** Waits until the page has shown what it fetched. */
export async function settled(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => !document.querySelector('.skeleton, [aria-busy="true"]'));
}

/**
 * Stories told in a house, a reader each, who is the coordinator unless `as` names another role:
 * the story gets the page and its complaints, and fails when the page still complains at its end.
 */
export function visitsTo(browser, house) {
  return async (story, { as = 'coordinator', ...settings } = {}) => {
    const cookie = await house.cookieOf(as);
    const visitor = await reader(browser, house.address, { cookie, ...settings });
    try {
      await story(visitor.page, visitor.complaints);
      assert.deepEqual(visitor.complaints, []);
    } finally {
      await visitor.leave();
    }
  };
}
