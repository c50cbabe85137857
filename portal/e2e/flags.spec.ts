import { expect, test } from '@playwright/test';
import { accessible, api, desktop, fits, phone, picture, settled, unique } from './support';
import { signedIn } from './world';

const admin = () => ({
  email: process.env.LANERUNNER_ADMIN_EMAIL!,
  password: process.env.LANERUNNER_ADMIN_PASSWORD!,
});

test('a flag reaches the person it names, and its kill switch an open page', async ({ browser, request }) => {
  test.skip(!process.env.LANERUNNER_ADMIN_EMAIL, 'nobody administers this server');
  const email = unique('flagged');
  const registered = await request.post(`${process.env.LANERUNNER_URL}/api/auth/register`, {
    data: {
      email,
      password: 'a long enough sentence',
      name: 'Noor Haddad',
      organisation: { name: 'Haddad Freight', kind: 'SHIPPER' },
    },
  });
  const { personId } = (await registered.json()) as { personId: string };
  const person = await signedIn(browser, { email }, desktop);
  await person.goto('/wallet');
  await expect(person.locator('[data-live="live"]')).toBeVisible();
  const menu = person.getByRole('button', { name: 'Account of Noor Haddad' });
  const item = person.getByRole('menuitem', { name: 'Keyboard shortcuts' });

  const page = await signedIn(browser, admin(), { ...phone, colorScheme: 'light' });
  await page.goto('/admin/flags');
  const { token } = await api(page);
  const set = { headers: { Authorization: `Bearer ${token}` } };
  const flag = `${process.env.LANERUNNER_URL}/api/admin/flags/SHORTCUT_HELP`;
  await page.request.post(`${flag}/revive`, { ...set, data: {} });
  await page.request.put(flag, { ...set, data: { percentage: 0 } });
  await settled(page);
  await fits(page, 'flags');
  await accessible(page, 'flags');
  await picture(page, 'flags-390');
  await page.goto('/admin/flags/SHORTCUT_HELP');
  await page.getByRole('textbox', { name: 'Persons who always have it' }).fill(personId);
  await page.getByRole('button', { name: `Add the id ${personId}` }).click();
  await page.getByRole('textbox', { name: 'Organisations that always have it' }).fill('Haddad');
  await expect(page.getByRole('button', { name: 'Add Haddad Freight' }).first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Organisations that always have it' }).fill('');
  await page.getByLabel('Share of all').fill('101');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('from 0 to 100');
  await page.getByLabel('Share of all').fill('0');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('On for who is named')).toBeVisible();
  await expect(page.getByText('changed who is named.').first()).toBeVisible();
  await fits(page, 'flag');
  /* Else the head of the page covers a part of what the rule measures. */
  await page.evaluate(() => window.scrollTo(0, 0));
  await accessible(page, 'flag');
  await picture(page, 'flag-390');

  await expect(async () => {
    await person.keyboard.press('Escape');
    await menu.click();
    await expect(item).toBeVisible({ timeout: 300 });
  }).toPass({ timeout: 10_000 });
  await item.click();
  await expect(person.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await accessible(person, 'shortcut help');

  await page.getByRole('button', { name: 'Kill' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kill' }).click();
  await expect(page.getByText('Killed: off for everybody').first()).toBeVisible();
  // The person did nothing: what the flag turned on goes by itself.
  await expect(person.getByRole('dialog', { name: 'Keyboard shortcuts' })).toHaveCount(0, { timeout: 8000 });
  await menu.click();
  await expect(person.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  await expect(item).toHaveCount(0);

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await fits(page, 'flag at a desk');
  await accessible(page, 'flag at a desk in the dark');
  await picture(page, 'flag-1280');
  await page.getByRole('button', { name: 'Revive' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revive' }).click();
  await expect(page.getByText('On for who is named')).toBeVisible();
  await page.request.put(flag, { ...set, data: { percentage: 0 } });
  await page.context().close();
  await person.context().close();
});
