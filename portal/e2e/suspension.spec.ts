import { expect, test } from '@playwright/test';
import { accessible, call, desktop, fits, phone, picture, settled } from './support';
import { signedIn, world } from './world';

const admin = () => ({
  email: process.env.LANERUNNER_ADMIN_EMAIL!,
  password: process.env.LANERUNNER_ADMIN_PASSWORD!,
});

test('an administrator suspends a carrier: its open tab stops, its driver goes on, the release waits', async ({
  browser,
}) => {
  test.skip(!process.env.LANERUNNER_ADMIN_EMAIL, 'nobody administers this server');
  const w = await world();
  const carrier = await signedIn(browser, w.carrier, desktop);
  await carrier.goto('/wallet');
  await expect(carrier.locator('[data-live="live"]')).toBeVisible();
  const driver = await signedIn(browser, w.driver, phone);
  await driver.goto('/bookings');
  await settled(driver);

  const page = await signedIn(browser, admin(), { ...phone, colorScheme: 'light' });
  await page.goto('/admin/organisations');
  await page.getByLabel('Name of an organisation').fill('LAKESIDE HAUL');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByLabel('Kind').selectOption('Carrier');
  const found = page.locator('li [data-row-link]').filter({ hasText: 'Lakeside Haulage' }).first();
  await expect(found).toBeVisible();
  await fits(page, 'organisations');
  await accessible(page, 'organisations');
  await picture(page, 'organisations-390');
  await found.click();
  await expect(page).toHaveURL(new RegExp(`/admin/organisations/${w.carrier.organisationId}`));
  await expect(page.getByRole('list', { name: 'People' }).getByText(w.carrier.email)).toBeVisible();
  await fits(page, 'an organisation');
  await accessible(page, 'an organisation');
  await picture(page, 'organisation-390');
  for (const view of ['Bookings', 'Loads', 'Money']) {
    await page.getByRole('button', { name: view, exact: true }).click();
    await settled(page);
    await fits(page, view);
  }
  await page.getByRole('button', { name: 'Suspend' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem')).toHaveCount(4);
  await dialog.getByLabel('Reason, which its members read').fill('The insurance has run out.');
  await dialog.getByLabel('Note for administrators only').fill('Case 4711');
  await accessible(page, 'the dialog that suspends');
  await picture(page, 'suspend-390');
  const began = Date.now();
  await dialog.getByRole('button', { name: 'Suspend' }).click();
  await expect(carrier.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  const took = Date.now() - began;
  await expect(carrier.getByRole('status')).toContainText('The insurance has run out.');
  await accessible(carrier, 'the reason at sign-in');
  await picture(carrier, 'suspended-sign-in-1280');
  expect(took, 'the open tab stops soon').toBeLessThan(15_000);
  await carrier.getByLabel('E-mail address').fill(w.carrier.email);
  await carrier.getByLabel('Password').fill('a long enough sentence');
  await carrier.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(carrier.getByRole('alert').first()).toContainText('The insurance has run out.');

  await expect(page.getByText('Case 4711')).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await accessible(page, 'a suspended organisation');
  await picture(page, 'organisation-suspended-1280');

  await driver.goto(`/bookings/${w.underWay}`);
  const banner = driver.getByRole('region', { name: 'Your organisation is suspended' });
  await expect(banner).toContainText('The insurance has run out.');
  await fits(driver, 'the banner');
  await accessible(driver, 'the banner of a driver');
  await picture(driver, 'suspended-driver-390');

  const shipper = await signedIn(browser, w.shipper, desktop);
  await shipper.goto(`/bookings/${w.delivered}`);
  const notice = shipper.getByRole('region', { name: 'A side of this booking is suspended' });
  await expect(notice).toContainText('Lakeside Haulage');
  await shipper.getByRole('button', { name: 'Accept the proof' }).click();
  await expect(shipper.getByRole('dialog')).toContainText('the escrow waits until it is reopened');
  await accessible(shipper, 'the dialog to accept what a suspended seller delivered');
  await shipper.getByRole('dialog').getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(shipper.getByText(/^The proof is accepted\. The money waits in escrow/)).toBeVisible();
  await expect(shipper.getByRole('button', { name: 'Accept the proof' })).toHaveCount(0);
  await expect(notice).toContainText('The money waits in escrow until the seller is reopened');
  await expect(shipper.locator('[data-status="DELIVERED"]')).toBeVisible();
  await accessible(shipper, 'a booking whose seller is suspended');
  await picture(shipper, 'booking-seller-suspended-1280');

  await page.getByRole('button', { name: 'Reopen' }).click();
  await page.getByRole('dialog').getByLabel('Reason, for administrators only').fill('Cleared');
  await page.getByRole('dialog').getByRole('button', { name: 'Reopen' }).click();
  await expect(page.getByRole('button', { name: 'Suspend' })).toBeVisible();
  await expect(shipper.locator('[data-status="SETTLED"]')).toBeVisible({ timeout: 60_000 });
  await carrier.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(carrier.getByRole('heading', { level: 1, name: 'Wallet' })).toBeVisible();

  // The load of who is suspended leaves the market, and is back with them.
  const market = () =>
    call<{ items: { id: string }[] }>(carrier, 'GET', '/loads?scope=market&limit=100').then((loads) =>
      loads.items.some((load) => load.id === w.openLoad),
    );
  expect(await market()).toBe(true);
  await page.goto(`/admin/organisations/${w.shipper.organisationId}`);
  await page.getByRole('button', { name: 'Suspend' }).click();
  await dialog.getByLabel('Reason, which its members read').fill('Unpaid freight');
  await dialog.getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible();
  expect(await market()).toBe(false);
  await page.getByRole('button', { name: 'Reopen' }).click();
  await page.getByRole('dialog').getByLabel('Reason, for administrators only').fill('Cleared');
  await page.getByRole('dialog').getByRole('button', { name: 'Reopen' }).click();
  await expect(page.getByRole('button', { name: 'Suspend' })).toBeVisible();
  expect(await market()).toBe(true);
});
