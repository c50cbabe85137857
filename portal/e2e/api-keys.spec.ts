import { expect, test } from '@playwright/test';
import { accessible, desktop, fits, person, register } from './support';

test("a partner's developer makes a key with two scopes, calls with it, changes and revokes it", async ({
  browser,
}) => {
  const page = await person(browser, desktop);
  await register(page, 'Shipper', 'Keys & Co', 'Kay Keys');
  await page.getByRole('link', { name: 'API keys' }).click();
  await expect(page.getByText('No keys yet')).toBeVisible();
  await page.getByRole('button', { name: 'Make a key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Warehouse');
  await dialog.getByRole('checkbox', { name: "See the organisation's loads" }).check();
  await dialog.getByRole('checkbox', { name: 'See offers made and received' }).check();
  await dialog.getByLabel('Network addresses').fill('nowhere');
  await accessible(page, 'the form of a new key');
  await dialog.getByRole('button', { name: 'Make a key' }).click();
  await expect(dialog.getByText(/^This is no address/).first()).toBeVisible();
  await dialog.getByLabel('Network addresses').fill('127.0.0.0/8, ::1');
  await dialog.getByRole('button', { name: 'Make a key' }).click();
  await expect(dialog.getByText(/^curl/)).toBeVisible();
  await accessible(page, 'a key just made');
  const secret = await dialog.getByLabel('Secret').inputValue();
  const call = async (key: string) =>
    (
      await page.request.get('/api/loads?scope=own', { headers: { Authorization: `Bearer ${key}` } })
    ).status();
  expect(await call(secret)).toBe(200);
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  const row = page.getByRole('table', { name: 'API keys' }).getByRole('row', { name: /Warehouse/ });
  await expect(row).toContainText('loads.view');
  await row.getByRole('button', { name: 'New secret' }).click();
  await dialog.getByRole('button', { name: 'New secret' }).click();
  const next = await page.getByRole('dialog').getByLabel('Secret').inputValue();
  expect(next).not.toBe(secret);
  expect([await call(secret), await call(next)]).toEqual([200, 200]);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.setViewportSize({ width: 390, height: 844 });
  await fits(page, 'the keys on a phone');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.reload();
  await row.getByRole('button', { name: 'Revoke' }).click();
  await dialog.getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('No keys yet')).toBeVisible();
  await expect.poll(() => call(next)).toBe(401);
  await page.context().close();
});
