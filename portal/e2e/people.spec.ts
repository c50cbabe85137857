import { expect, test } from '@playwright/test';
import { accessible, desktop, fits, phone, picture, settled, unique } from './support';
import { signedIn } from './world';

const admin = () => ({
  email: process.env.LANERUNNER_ADMIN_EMAIL!,
  password: process.env.LANERUNNER_ADMIN_PASSWORD!,
});

test('an administrator finds a person, sees what they see, reading only, and locks the account', async ({
  browser,
  request,
}) => {
  test.skip(!process.env.LANERUNNER_ADMIN_EMAIL, 'nobody administers this server');
  const email = unique('wanda');
  const credentials = { email, password: 'a long enough sentence' };
  await request.post(`${process.env.LANERUNNER_URL}/api/auth/register`, {
    data: {
      ...credentials,
      name: 'Wanda Featherstonehaugh',
      organisation: { name: `Wanda ${email}`, kind: 'SHIPPER' },
    },
  });
  const person = await signedIn(browser, { email }, desktop);
  await person.goto('/wallet');
  await expect(person.locator('[data-live="live"]')).toBeVisible();

  const page = await signedIn(browser, admin(), { ...phone, colorScheme: 'light' });
  await page.goto('/admin/people');
  await page.getByLabel('Name, e-mail address or id').fill(email.slice(0, 14).toUpperCase());
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  const found = page.locator('li [data-row-link]').filter({ hasText: 'Wanda Featherstonehaugh' });
  await expect(found.first()).toBeVisible();
  await fits(page, 'people');
  await accessible(page, 'people');
  await page.getByLabel('Name, e-mail address or id').fill(email);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(found).toHaveCount(1);
  expect(page.url()).not.toContain('?');
  await found.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Wanda Featherstonehaugh' })).toBeVisible();
  await settled(page);
  await fits(page, 'person');
  await accessible(page, 'person');
  await picture(page, 'person-390');

  await page.getByRole('button', { name: 'See what they see' }).click();
  await page.getByLabel('Reason').fill('The wallet shows nothing');
  await page.getByRole('dialog').getByRole('button', { name: 'See what they see' }).click();
  const banner = page.getByRole('complementary', { name: 'Seen in somebody’s place' });
  await expect(banner).toContainText('sees what Wanda Featherstonehaugh sees');
  await expect(banner.getByRole('timer')).toHaveText(/^1[45]:\d\d left$/);
  await expect(page.getByRole('heading', { level: 1, name: /Wanda Featherstonehaugh/ })).toBeVisible();
  await settled(page);
  await fits(page, 'the banner');
  await accessible(page, 'the banner');
  await picture(page, 'reading-390');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/loads');
  await expect(banner).toBeVisible();
  await expect(page.getByRole('link', { name: 'Post a load' })).toHaveCount(0);
  await accessible(page, 'the banner in the dark');
  await picture(page, 'reading-1280');
  await banner.getByRole('button', { name: 'End' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Wanda Featherstonehaugh' })).toBeVisible();
  await expect(banner).toHaveCount(0);

  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lock' }).click();
  await expect(page.getByRole('alert')).toContainText('Reason');
  await page.getByLabel('Reason').fill('Reported stolen');
  await page.getByRole('dialog').getByRole('button', { name: 'Lock' }).click();
  await expect(page.getByText('Reported stolen')).toBeVisible();
  await accessible(page, 'a locked person');
  await picture(page, 'person-locked-1280');
  // The open tab of whoever has the account stops by itself.
  await expect(person.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await person.getByLabel('E-mail address').fill(email);
  await person.getByLabel('Password').fill(credentials.password);
  await person.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(person.getByRole('alert')).toContainText('This account is locked');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();
  await page.context().close();
  await person.context().close();
});
