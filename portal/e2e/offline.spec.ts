import { expect, test, type Page } from '@playwright/test';
import { accessible, call, fits, password, phone, picture } from './support';
import { signedIn, world, type World } from './world';

/* A driver's phone without a connection: the service worker opens the portal, what is told is kept, and sent once, in its order. */

const hardlyStood = /^The arrival at Chicago was less than a minute before that\.$/;

const installed = { ...phone, serviceWorkers: 'allow' as const };

interface Stop {
  arrivedAt: string;
  departedAt: string;
}

interface Told {
  status: string;
  stops: Stop[];
  deliveredAt: string;
  proof: { receivedBy: string; documentId: string };
}

async function driverOf(seeded: World, browser: Parameters<typeof signedIn>[0]): Promise<Page> {
  const page = await signedIn(browser, seeded.driver, installed);
  await page.goto('/');
  await expect(page.getByRole('main').getByRole('button', { name: 'Arrived at Chicago' })).toBeVisible();
  await expect(page.getByText('This screen also opens without a connection.')).toBeVisible();
  return page;
}

/** @param odd what is said of it before it is told all the same */
async function tell(page: Page, action: string, confirm: string, odd?: RegExp): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: action }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: confirm }).click();
  if (odd) {
    await expect(dialog.getByRole('listitem').filter({ hasText: odd })).toBeVisible();
    await dialog.getByRole('button', { name: 'Tell it all the same' }).click();
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('a whole drive without a connection, over a reload, is sent once and in its order', async ({
  browser,
}) => {
  const seeded = await world();
  const page = await driverOf(seeded, browser);
  const main = page.getByRole('main');
  await page.context().setOffline(true);

  await page.reload();
  await expect(main.getByRole('button', { name: 'Arrived at Chicago' })).toBeVisible();
  await page.getByRole('link', { name: /^Details of/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Booking/ })).toBeVisible();
  await expect(main.getByText('1200 West Fulton Market Street, Dock 4')).toBeVisible();
  await expect(main.getByText(/^The map is not on this device yet/)).toBeVisible();
  await expect(main.getByText('Dispatched').filter({ visible: true }).first()).toBeVisible();
  await page.reload();
  await expect(main.getByText('1200 West Fulton Market Street, Dock 4')).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Today' }).click();

  const began = Date.now();
  await tell(page, 'Arrived at Chicago', 'Confirm arrival');
  await expect(page.getByText('Saved here, 1 to send')).toBeVisible();
  await main.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText(/to send$/)).toHaveCount(0);
  await tell(page, 'Arrived at Chicago', 'Confirm arrival');
  await tell(page, 'Depart from Chicago', 'Confirm departure', hardlyStood);
  await tell(page, 'Arrived at Indianapolis', 'Confirm arrival', /^Indianapolis lies \d+ mi from Chicago/);
  await main.getByRole('button', { name: 'Deliver at Indianapolis' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Received by').fill('Priya Raman');
  await dialog
    .getByLabel('Photo or paper of the delivery')
    .setInputFiles({ name: 'dock.png', mimeType: 'image/png', buffer: png });
  await dialog.getByRole('button', { name: 'Confirm delivery' }).click();
  await expect(page.getByText('Saved here, 4 to send')).toBeVisible();
  await expect(main.getByText('received by Priya Raman · with its photo')).toBeVisible();
  await accessible(page, 'what is kept on the phone');
  await fits(page, 'what is kept on the phone');
  await picture(page, 'offline-kept-390');

  await page.reload();
  await expect(page.getByText('Saved here, 4 to send')).toBeVisible();
  const ended = Date.now();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname.replace(/.*\//, ''));
  });
  await page.context().setOffline(false);
  await expect(page.getByText('4 sent.')).toBeVisible();
  await expect(page.getByText(/to send$/)).toHaveCount(0);

  const told = await call<Told>(page, 'GET', `/bookings/${seeded.underWay}`);
  expect(told.status).toBe('DELIVERED');
  expect(told.proof.receivedBy).toBe('Priya Raman');
  const [first, last] = told.stops as [Stop, Stop];
  const times = [first.arrivedAt, first.departedAt, last.arrivedAt, told.deliveredAt].map(Date.parse);
  expect([...times].sort()).toEqual(times);
  expect(times[0]).toBeGreaterThanOrEqual(began);
  expect(times[3]).toBeLessThan(ended);
  const facts = sent.filter((path) => ['arrive', 'depart', 'deliver', 'documents'].includes(path));
  expect(facts).toEqual(['arrive', 'depart', 'arrive', 'documents', 'deliver']);
  const stored = await call<{ name: string }>(page, 'GET', `/documents/${told.proof.documentId}`);
  expect(stored.name).toBe('dock.png');
  await page.context().close();
});

test('what the server refuses stops that booking and has a way on; what finds no room is not believed told', async ({
  browser,
}) => {
  const seeded = await world();
  const page = await driverOf(seeded, browser);
  const main = page.getByRole('main');
  const { token, request } = {
    token: seeded.carrier.token,
    request: page.request,
  };
  await page.context().setOffline(true);
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    const full = window as unknown as { full: boolean };
    full.full = true;
    IDBObjectStore.prototype.put = function (...given) {
      if (full.full) throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, given);
    };
  });
  await main.getByRole('button', { name: 'Arrived at Chicago' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Confirm arrival' }).click();
  await expect(dialog.getByText('This device is full: it was not saved')).toBeVisible();
  await expect(dialog.getByText('Not saved: Arrived at Chicago.')).toBeVisible();
  await accessible(page, 'a full device');
  await picture(page, 'offline-full-390');
  await page.evaluate(() => ((window as unknown as { full: boolean }).full = false));
  await dialog.getByRole('button', { name: 'Confirm arrival' }).click();
  await expect(page.getByText('Saved here, 1 to send')).toBeVisible();
  await tell(page, 'Depart from Chicago', 'Confirm departure', hardlyStood);

  const dispatcher = await request.post(`/api/bookings/${seeded.underWay}/arrive`, {
    data: { stop: 0, reason: 'Told by telephone' },
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(dispatcher.ok()).toBe(true);
  await page.context().setOffline(false);
  await expect(main.getByText('The saved arrival was refused')).toBeVisible();
  await expect(main.getByText('The arrival at this stop is known.')).toBeVisible();
  await expect(main.getByText(/^Waits until the one that was refused/)).toBeVisible();
  await accessible(page, 'a refused action');
  await picture(page, 'offline-refused-390');
  await main.getByRole('button', { name: 'Let go of it' }).click();
  await expect(page.getByText(/to send$/)).toHaveCount(0);
  // It left before the dispatcher says that it came, so that is refused in its turn.
  await expect(main.getByText('The saved departure was refused')).toBeVisible();
  await main.getByRole('button', { name: 'Let go of it' }).click();
  await expect(main.getByRole('button', { name: 'Depart from Chicago' })).toBeVisible();
  await page.context().close();
});

test('a session that was ended asks to sign in again, and only the same person sends', async ({
  browser,
}) => {
  const seeded = await world();
  const page = await driverOf(seeded, browser);
  await page.context().setOffline(true);
  await tell(page, 'Arrived at Chicago', 'Confirm arrival');
  await expect(page.getByText('Saved here, 1 to send')).toBeVisible();
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByText(/^One thing that you told is not sent/)).toBeVisible();
  await page.getByRole('button', { name: 'Stay signed in' }).click();
  const elsewhere = await page.request.post('/api/sessions/end-others', {
    headers: { Authorization: `Bearer ${seeded.driver.token}` },
  });
  expect(elsewhere.ok()).toBe(true);
  await page.evaluate(() => sessionStorage.clear());
  await page.context().setOffline(false);
  await expect(page.getByText('Sign in again to send what is saved here')).toBeVisible();
  await accessible(page, 'signing in again to send');
  await picture(page, 'offline-sign-in-again-390');
  expect(await kept(page, 'readings')).toBe(0);

  await signIn(page, seeded.carrier.email);
  await expect(
    page.getByText('Somebody else told something on this device that was not sent.'),
  ).toBeVisible();
  await expect(page.getByText(/to send$/)).toHaveCount(0);
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await signIn(page, seeded.driver.email);
  await expect(page.locator('[data-status="AT_PICKUP"]')).toBeVisible();
  expect(await kept(page, 'actions')).toBe(0);
  await page.context().close();
});

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Account of/ })).toBeVisible();
}

/** How much of a kind lies on the device. */
function kept(page: Page, store: string): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('lanerunner');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction(name).objectStore(name).count();
          counting.onsuccess = () => resolve(counting.result);
        };
      }),
    store,
  );
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
