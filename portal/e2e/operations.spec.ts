import { expect, test } from '@playwright/test';
import { accessible, desktop, fits, phone, person as somebody, picture, settled, unique } from './support';
import { signedIn } from './world';

const admin = () => ({
  email: process.env.LANERUNNER_ADMIN_EMAIL!,
  password: process.env.LANERUNNER_ADMIN_PASSWORD!,
});

test('an administrator sees how the installation stands', async ({ browser }) => {
  test.skip(!process.env.LANERUNNER_ADMIN_EMAIL, 'nobody administers this server');
  const page = await signedIn(browser, admin(), { ...phone, colorScheme: 'light' });
  await page.goto('/admin/operations');
  await expect(page.getByRole('heading', { level: 1, name: 'Operations' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'In figures' })).toContainText('Suspended organisations');
  await settled(page);
  await expect(page.getByRole('region', { name: 'Health' })).toContainText('database');
  // Whether any lies there is up to what was done on this server before.
  await expect(page.getByRole('region', { name: 'Events that a consumer could not take' })).toContainText(
    /None lies among the dead letters of this server\.|Consumer/,
  );
  await fits(page, 'operations');
  await accessible(page, 'operations');
  await picture(page, 'operations-390');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await accessible(page, 'operations in the dark');
  await picture(page, 'operations-1280');
});

test('an administrator helps somebody back in by a one-time link', async ({ browser, request }) => {
  test.skip(!process.env.LANERUNNER_ADMIN_EMAIL, 'nobody administers this server');
  const email = unique('otto');
  await request.post(`${process.env.LANERUNNER_URL}/api/auth/register`, {
    data: {
      email,
      password: 'a long enough sentence',
      name: 'Otto Oblivious',
      organisation: { name: `Otto ${email}`, kind: 'SHIPPER' },
    },
  });
  const page = await signedIn(browser, admin(), desktop);
  await page.goto('/admin/people');
  await page.getByLabel('Name, e-mail address or id').fill(email);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByRole('link', { name: 'Otto Oblivious' }).click();
  await page.getByRole('button', { name: 'Send a one-time link' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Send a one-time link' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Reason');
  await dialog.getByLabel('Reason').fill('Called us, lost the password');
  await accessible(page, 'the dialog of the one-time link');
  await picture(page, 'one-time-link-1280');
  await dialog.getByRole('button', { name: 'Send a one-time link' }).click();
  await expect(dialog.getByRole('status')).toContainText(`The link was mailed to ${email}.`);
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  const mails = await request.get(
    `${process.env.LANERUNNER_URL}/api/dev/mails?to=${encodeURIComponent(email)}`,
  );
  const { items } = (await mails.json()) as { items: { text: string }[] };
  const link = /https?:\/\/\S+#\S+/.exec(items[0]!.text)![0];
  const otto = await somebody(browser, desktop);
  await otto.goto(new URL(link).pathname + new URL(link).hash);
  await otto.getByRole('textbox', { name: 'New password' }).fill('another quite long sentence');
  await otto.getByRole('button', { name: 'Set the password' }).click();
  await expect(otto.getByRole('status')).toBeVisible();
  await otto.getByRole('link', { name: 'Sign in' }).click();
  await otto.getByLabel('E-mail address').fill(email);
  await otto.getByLabel('Password').fill('another quite long sentence');
  await otto.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(
    otto.getByRole('heading', { level: 1, name: 'Good to see you, Otto Oblivious' }),
  ).toBeVisible();
});
