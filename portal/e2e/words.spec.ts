import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { accented } from '../src/words/pseudo';
import { desktop, person, phone } from './support';
import { signedIn, world, type World } from './world';

/*
 * Screens in the pseudo-language: what a catalogue says stands in brackets and has accents, what the server answered and the browser formats does not. Whatever else
 * is plain English was written into a screen, and could not be said in another language.
 */

const { loading } = accented({ loading: 'Loading…' });

/** By the browser: times, zones, and how long ago; and the initials of who has no picture. */
const formatted = [
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b/g,
  /\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b/g,
  /\b(AM|PM|UTC|GMT|[ECMP][SD]T)\b/g,
  /\b(in )?\d+ (sec|min|hr)\.( ago)?|\b(this (minute|hour)|now|yesterday|tomorrow)\b/g,
  /\b[A-Z]\w+\/[\w /-]+/g,
  /^[A-Z]{2}$/g,
];

/** Everything that the server answers to a page, text by text. */
function answers(page: Page): () => Promise<string[]> {
  const texts = new Set<string>();
  const reading: Promise<void>[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value.trim());
    else if (value instanceof Object) Object.values(value).forEach(collect);
  };
  page.on('response', (response) => {
    if (!response.url().includes('/api/')) return;
    // Of a page that was left there is nothing to read any more, and nothing to see.
    reading.push(
      response
        .json()
        .then(collect)
        .catch(() => undefined),
    );
  });
  return async () => {
    await Promise.all(reading);
    return [...texts].filter((text) => /[a-z]/i.test(text)).sort((one, other) => other.length - one.length);
  };
}

/** What is read and heard of the page, piece by piece. */
const pieces = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [document.title];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      if (!walk.currentNode.parentElement?.closest('script, style')) found.push(walk.currentNode.nodeValue!);
    }
    for (const name of ['aria-label', 'aria-description', 'title', 'alt', 'placeholder']) {
      for (const element of document.querySelectorAll(`[${name}]`)) found.push(element.getAttribute(name)!);
    }
    return found;
  });

/** Brackets in brackets go with the outermost. */
function outsideBrackets(text: string): string {
  const less = text.replace(/\[[^[\]]*\]/g, ' ');
  return less === text ? text : outsideBrackets(less);
}

function without(text: string, known: string[]): string {
  const escaped = (each: string) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return known
    .filter((each) => text.includes(each))
    .reduce((left, each) => left.replace(new RegExp(`(?<!\\w)${escaped(each)}(?!\\w)`, 'g'), ' '), text);
}

async function english(page: Page, data: () => Promise<string[]>): Promise<string[]> {
  const known = [...(await data()), 'LaneRunner'];
  const left = (await pieces(page))
    .map((piece) =>
      formatted.reduce((text, one) => text.replace(one, ' '), without(outsideBrackets(piece), known)),
    )
    .filter((text) => /[a-z]{2}/i.test(text));
  return [...new Set(left.map((text) => text.trim()))];
}

async function look(page: Page, data: () => Promise<string[]>, paths: string[]): Promise<void> {
  for (const path of paths) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.getByRole('heading').first()).toBeVisible();
      await expect(page.getByText(loading)).toHaveCount(0);
      await expect.poll(() => english(page, data), `plain English on ${path}`).toEqual([]);
    });
  }
}

async function accentedly(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => localStorage.setItem('lanerunner.language', 'qps'));
  return answers(page);
}

async function walk(
  browser: Browser,
  who: { email: string } | { email: string; password: string },
  options: BrowserContextOptions,
  paths: string[],
): Promise<void> {
  const page = await signedIn(browser, who, options);
  await look(page, await accentedly(page), paths);
  await page.context().close();
}

let seeded: World;
test.beforeAll(async () => {
  seeded = await world();
});

test('nobody finds plain English before they are signed in', async ({ browser }) => {
  const page = await person(browser, desktop);
  await look(page, await accentedly(page), ['/sign-in', '/register', '/forgot']);
  await expect(page.locator('html')).toHaveAttribute('lang', 'qps');
  await page.context().close();
});

test('a shipper finds plain English on no screen', async ({ browser }) => {
  const { openLoad, underWay } = seeded;
  await walk(browser, seeded.shipper, desktop, [
    '/',
    '/loads',
    `/loads/${openLoad}`,
    '/loads/new',
    `/bookings/${underWay}`,
    '/offers',
    '/wallet',
    '/inbox',
    '/profile',
    '/security',
  ]);
});

test('a carrier finds plain English on no screen', async ({ browser }) => {
  const { trip, delivered, openLoad } = seeded;
  await walk(browser, seeded.carrier, desktop, [
    '/',
    '/trips',
    `/trips/${trip}`,
    '/trips/new',
    `/loads/${openLoad}`,
    `/bookings/${delivered}`,
    '/fleet',
    '/fleet/vehicles/new',
    '/map',
    '/members',
    '/organisation',
    '/audit',
  ]);
});

test('a driver finds plain English on no screen', async ({ browser }) => {
  await walk(browser, seeded.driver, phone, ['/', '/trips', `/bookings/${seeded.underWay}`]);
});

test('an administrator finds plain English on no screen', async ({ browser }) => {
  test.skip(!process.env.LANERUNNER_ADMIN_EMAIL, 'nobody administers this server');
  const admin = {
    email: process.env.LANERUNNER_ADMIN_EMAIL!,
    password: process.env.LANERUNNER_ADMIN_PASSWORD!,
  };
  await walk(browser, admin, desktop, [
    '/admin/operations',
    '/admin/organisations',
    '/admin/people',
    '/admin/deliveries',
    '/admin/flags',
    '/admin/gate',
  ]);
});
