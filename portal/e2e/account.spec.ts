import { expect, test, type Page } from '@playwright/test';
import { accessible, desktop, fits, password, person, phone, unique } from './support';

/* An account from its first mail to a forgotten password. The mails are read where the server keeps what it would send. */

interface Mail {
  kind: string;
  text: string;
}

async function lastMail(page: Page, address: string): Promise<Mail> {
  const response = await page.request.get(`/api/dev/mails?to=${encodeURIComponent(address)}&limit=1`);
  expect(response.ok()).toBe(true);
  return ((await response.json()) as { items: Mail[] }).items[0]!;
}

/** The page that the link of the newest mail leads to. */
async function linked(page: Page, address: string): Promise<string> {
  const link = /https?:\/\/\S+/.exec((await lastMail(page, address)).text)![0];
  const { pathname, hash } = new URL(link);
  return pathname + hash;
}

async function signIn(page: Page, address: string, secret: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(address);
  await page.getByLabel('Password', { exact: true }).fill(secret);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('somebody signs up, forgets the password and sets a new one: all other sessions end, a mail says so', async ({
  browser,
}) => {
  const address = unique('ana').replace('@example.com', '@lanes.test');
  const page = await person(browser, desktop);
  await page.goto('/register');
  await page.getByRole('radio', { name: /^Shipper/ }).check();
  await page.getByLabel('Name of the organisation').fill('Mail Freight');
  await page.getByLabel('Your name').fill('Ana Mail');
  await page.getByLabel('E-mail address').fill(address);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText(`A mail is on its way to ${address}`)).toBeVisible();
  await accessible(page, 'mail sent');

  await page.goto(await linked(page, address));
  await accessible(page, 'verify');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Confirm and sign in' }).click();
  const welcome = { level: 1, name: 'Good to see you, Ana Mail' } as const;
  await expect(page.getByRole('heading', welcome)).toBeVisible();
  await page.goto('/security');
  await expect(page.getByRole('button', { name: 'Change the password' })).toBeVisible();
  await accessible(page, 'security');

  const elsewhere = await person(browser, phone);
  await elsewhere.goto('/sign-in');
  await elsewhere.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Forgotten password' })).toBeVisible();
  await elsewhere.getByLabel('E-mail address').fill(address);
  await fits(elsewhere, 'forgot');
  // As in an installation without a mail server: nobody is to wait for a mail that is only kept.
  const kept = { status: 'UP', checks: [{ name: 'mail', status: 'UP', data: { route: 'KEPT' } }] };
  await elsewhere.route('**/api/ready', (route) => route.fulfill({ json: kept }));
  await elsewhere.getByRole('button', { name: 'Send the mail' }).click();
  await expect(elsewhere.getByText('No mail leaves this installation')).toBeVisible();
  await expect(elsewhere.getByText('unwanted mail')).toHaveCount(0);
  await expect(elsewhere.getByRole('link', { name: 'Read the kept mails' })).toHaveAttribute(
    'href',
    `/api/dev/mails?to=${encodeURIComponent(address)}`,
  );
  await accessible(elsewhere, 'mail kept');
  await elsewhere.goto(await linked(elsewhere, address));
  await accessible(elsewhere, 'reset');
  await elsewhere.getByRole('textbox', { name: 'New password' }).fill('password123');
  await elsewhere.getByRole('button', { name: 'Set the password' }).click();
  await expect(elsewhere.getByText('among the first that are tried').first()).toBeVisible();
  await elsewhere.getByRole('textbox', { name: 'New password' }).fill('quite another sentence');
  await elsewhere.getByRole('button', { name: 'Set the password' }).click();
  await expect(elsewhere.getByText('The new password is set')).toBeVisible();
  expect((await lastMail(elsewhere, address)).kind).toBe('identity/password-changed');

  await expect(async () => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await signIn(page, address, 'quite another sentence');
  await expect(page.getByRole('heading', welcome)).toBeVisible();
});
