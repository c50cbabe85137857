import { expect, test } from '@playwright/test';
import { accessible, desktop, fits, person, phone, register, password } from './support';

test('one sees where one is signed in, ends one session and then all others; two tabs stay', async ({
  browser,
}) => {
  const page = await person(browser, desktop);
  const email = await register(page, 'Shipper', 'Sessions & Co', 'Sana Sessions');
  const elsewhere = await person(browser, phone);
  const third = await person(browser, desktop);
  for (const device of [elsewhere, third]) {
    await device.goto('/sign-in');
    await device.getByLabel('E-mail address').fill(email);
    await device.getByLabel('Password').fill(password);
    await device.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(device.getByRole('heading', { level: 1, name: /^Good to see you/ })).toBeVisible();
  }

  await page.getByRole('button', { name: 'Account of Sana Sessions' }).click();
  await page.getByRole('menuitem', { name: 'Security' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Security' })).toBeVisible();
  const table = page.getByRole('table', { name: 'Where you are signed in' });
  await expect(table.getByRole('row')).toHaveCount(4);
  await expect(table.getByRole('row').filter({ hasText: 'This one' })).toHaveCount(1);
  await accessible(page, 'the security page');
  await table.getByRole('button', { name: 'End', exact: true }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click();
  await expect(table.getByRole('row')).toHaveCount(3);
  await expect(third.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();

  const tab = await page.context().newPage();
  await tab.goto('/security');
  await expect(tab.getByRole('heading', { level: 1, name: 'Security' })).toBeVisible();
  await page.getByRole('button', { name: 'End all others' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End all others' }).click();
  await expect(table.getByRole('row')).toHaveCount(2);
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await tab.reload();
  await expect(tab.getByRole('table', { name: 'Where you are signed in' }).getByRole('row')).toHaveCount(2);
  await page.setViewportSize({ width: 390, height: 844 });
  await fits(page, 'the security page on a phone');
  for (const device of [page, elsewhere, third]) await device.context().close();
});
