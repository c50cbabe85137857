import { expect, test } from '@playwright/test';
import { accessible, phone } from './support';
import { signedIn, world } from './world';

test('what a driver tells without a connection is kept on the phone and sent later, in its order', async ({
  browser,
}) => {
  const seeded = await world();
  const page = await signedIn(browser, seeded.driver, phone);
  await page.goto('/');
  const main = page.getByRole('main');
  await expect(main.getByRole('button', { name: 'Arrived at Chicago' })).toBeVisible();
  // The dialogs are there before the connection goes.
  await page.context().setOffline(true);
  await main.getByRole('button', { name: 'Arrived at Chicago' }).click();
  await page.getByRole('button', { name: 'Confirm arrival' }).click();
  await expect(page.getByText('Saved here, 1 to send')).toBeVisible();
  await main.getByRole('button', { name: 'Depart from Chicago' }).click();
  await page.getByRole('button', { name: 'Confirm departure' }).click();
  await expect(page.getByText('Saved here, 2 to send')).toBeVisible();
  await accessible(page, 'actions kept on the phone');
  await page.context().setOffline(false);
  await expect(page.getByText('2 sent.')).toBeVisible();
  await expect(page.getByText(/to send$/)).toHaveCount(0);
  await expect(page.locator('[data-status="IN_TRANSIT"]')).toBeVisible();
  await expect(main.getByRole('button', { name: 'Arrived at Indianapolis' })).toBeVisible();
  await page.context().close();
});
