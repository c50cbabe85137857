import { expect, test, type WebSocketRoute } from '@playwright/test';
import { call, desktop } from './support';
import { signedIn, world, type World } from './world';

let seeded: World;
test.beforeAll(async () => {
  seeded = await world();
});

test('a cut socket is told, restored, and what was missed is read', async ({ browser }) => {
  const page = await signedIn(browser, seeded.shipper, desktop);
  const driver = await signedIn(browser, seeded.driver, desktop);
  let socket: WebSocketRoute | null = null;
  let cut = false;
  await page.routeWebSocket(/\/ws\/live/, (route) => {
    if (cut) {
      void route.close();
      return;
    }
    socket = route;
    route.connectToServer();
  });
  await page.goto(`/bookings/${seeded.underWay}`);
  await expect(page.locator('[data-live="live"]')).toBeVisible();
  await expect(page.locator('[data-status="DISPATCHED"]')).toBeVisible();

  cut = true;
  await socket!.close();
  await expect(page.getByText(/^Reconnecting, data from \d\d:\d\d$/)).toBeVisible();
  await driver.goto('/');
  await call(driver, 'POST', `/bookings/${seeded.underWay}/arrive`, {
    stop: 0,
    reason: 'No position signal here',
  });

  cut = false;
  await expect(page.locator('[data-live="live"]')).toBeVisible();
  await expect(page.locator('[data-status="AT_PICKUP"]')).toBeVisible();
  await page.context().close();
  await driver.context().close();
});

test('two tabs refresh one after the other, and both stay signed in', async ({ browser }) => {
  const page = await signedIn(browser, seeded.carrier, desktop);
  await page.goto('/');
  const other = await page.context().newPage();
  await other.goto('/');
  for (let times = 0; times < 3; times++) {
    for (const tab of [page, other]) {
      await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
      await tab.evaluate(() => sessionStorage.removeItem('lanerunner.access'));
    }
    await Promise.all([page.reload(), other.reload()]);
  }
  await Promise.all([
    page.getByRole('link', { name: 'Wallet' }).click(),
    other.getByRole('link', { name: 'Wallet' }).click(),
  ]);
  await expect(page.getByRole('heading', { name: 'Postings' })).toBeVisible();
  await expect(other.getByRole('heading', { name: 'Postings' })).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toContain('refreshToken');
  expect(await page.evaluate(() => document.cookie)).toBe('');
  await page.context().close();
});
