import { createHmac } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import {
  expect,
  type APIRequestContext,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';

export const shots = process.env.LANERUNNER_SHOTS ?? 'target/screens';
export const password = 'a long enough sentence';
export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
  geolocation: { latitude: 39.7684, longitude: -86.1581 },
  permissions: ['geolocation'],
};

let counter = 0;

/** An address nobody used before, so that a test can run again on the same data. */
export function unique(name: string): string {
  return `${name}.${Date.now().toString(36)}${counter++}@example.com`;
}

/** A person with a browser of their own. A request to another host fails the test, as does a fault in the page. */
export async function person(browser: Browser, options: BrowserContextOptions = desktop): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  watch(page, options.baseURL);
  return page;
}

export function watch(page: Page, address = process.env.LANERUNNER_URL!): void {
  const home = new URL(address);
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (['data:', 'blob:'].includes(url.protocol)) return;
    expect(url.host, `a foreign request: ${request.url()}`).toBe(home.host);
  });
  page.on('pageerror', (error) => expect(error.message, 'a fault in the page').toBe(''));
}

/** Each tab has its own, from its first call on. */
async function accessToken(page: Page): Promise<string | undefined> {
  const kept = await page.evaluate(() => sessionStorage.getItem('lanerunner.access') ?? '{}');
  return (JSON.parse(kept) as { accessToken?: string }).accessToken;
}

/** What the page's own session may do over the API. */
export async function api(page: Page): Promise<{ token: string; request: APIRequestContext }> {
  if (page.url() === 'about:blank') await page.goto('/');
  await expect.poll(() => accessToken(page), 'signed in').toBeTruthy();
  const token = await accessToken(page);
  return { token: token!, request: page.request };
}

export async function call<T>(
  page: Page,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  data?: unknown,
): Promise<T> {
  const { token, request } = await api(page);
  const response = await request.fetch(`/api${path}`, {
    method,
    data,
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(response.ok(), `${method} ${path}: ${response.status()} ${await response.text()}`).toBe(true);
  return (await response.json()) as T;
}

export async function register(
  page: Page,
  kind: string,
  organisation: string,
  name: string,
): Promise<string> {
  const email = unique(name.split(' ')[0]!.toLowerCase());
  await page.goto('/register');
  await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).check();
  await page.getByLabel('Name of the organisation').fill(organisation);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Good to see you, ${name}` })).toBeVisible();
  return email;
}

/** What an authenticator app shows now (RFC 6238). */
export function codeOf(secret: string): string {
  const bits = [...secret]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const seed = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', seed).update(step).digest();
  const number = hash.readUInt32BE(hash[hash.length - 1]! & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** Codes by an app, turned on at the security page that is open. */
export async function turnOnCodes(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Turn on' }).click();
  const setup = page.getByRole('dialog', { name: 'Set up an authenticator app' });
  await setup.getByText('You can’t scan it?').click();
  const secret = (await setup.getByLabel('Secret for the app').innerText()).replace(/\s/g, '');
  await setup.getByLabel('Code', { exact: true }).fill(codeOf(secret));
  await setup.getByRole('button', { name: 'Turn on' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
}

export async function choosePlace(page: Page, n: number, typed: string, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Place' }).nth(n);
  await field.fill(typed);
  await page.getByRole('option', { name }).first().click();
  await expect(field).toHaveValue(new RegExp(name));
}

/** A site's local time, so many hours from now, as a datetime-local field takes it. */
export function local(zone: string, hours: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(Date.now() + hours * 3_600_000));
  return parts.replace(' ', 'T');
}

export async function accessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const said = violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
  expect(said, `accessibility of ${what}`).toEqual([]);
}

/** Nothing of a page may need sideways scrolling. */
export async function fits(page: Page, what: string): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, `${what} scrolls sideways by ${over} px`).toBeLessThanOrEqual(0);
}

export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('main').getByText('Loading…')).toHaveCount(0);
  if (await page.locator('[data-map]').count()) {
    await expect(page.locator('[data-map="idle"]').first()).toBeVisible();
  }
}

export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}
