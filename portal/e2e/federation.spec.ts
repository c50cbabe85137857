import { expect, test, type Browser, type Page } from '@playwright/test';
import { accessible, desktop, fits, password, person, phone, register } from './support';

/** The provider's id, where a real Keycloak runs beside the server (`mvn verify -Pkeycloak`). Its people stand in the realm of the tests. */
const keycloak = process.env.LANERUNNER_KEYCLOAK;
test.skip(!keycloak, 'no Keycloak runs: mvn verify -Pkeycloak');

/** Where the portal is open to the public: providers send browsers back there. */
const baseURL = process.env.LANERUNNER_URL!.replace('127.0.0.1', 'localhost');

/** A browser of its own, which goes to another host on purpose. */
async function browserOf(browser: Browser): Promise<Page> {
  return (await browser.newContext({ ...desktop, baseURL })).newPage();
}

/** Keycloak's own page, with its own words. */
async function signInThere(page: Page, name: string): Promise<void> {
  await page.locator('#username').fill(name);
  await page.locator('#password').fill(`${name}'s own password`);
  await page.locator('#kc-login').click();
}

async function signOut(page: Page, name: string): Promise<void> {
  await inside(page, name).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
}

const withKeycloak = (page: Page) => page.getByRole('button', { name: 'Sign in with Keycloak' });
const inside = (page: Page, name: string) => page.getByRole('button', { name: `Account of ${name}` });
const linked = (page: Page) => page.getByRole('table', { name: 'Logins elsewhere' });

test('a login elsewhere is linked with proof of both, signs in, and is removed', async ({ browser }) => {
  const page = await browserOf(browser);
  const email = await register(page, 'Shipper', 'Keys & Co', 'Kim Keys');
  await signOut(page, 'Kim Keys');

  await withKeycloak(page).click();
  await signInThere(page, 'kim');
  await expect(page.getByRole('heading', { level: 1, name: 'New here?' })).toBeVisible();
  expect(new URL(page.url()).search, 'the code does not stay in the address').toBe('');
  await accessible(page, 'a login of nobody’s');
  await page.getByRole('button', { name: 'Sign in and link' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Security' })).toBeVisible();
  await page.getByRole('button', { name: 'Link it' }).click();
  await expect(linked(page)).toContainText('kim@works.example');
  await accessible(page, 'logins elsewhere');

  await signOut(page, 'Kim Keys');
  await withKeycloak(page).click();
  await expect(inside(page, 'Kim Keys')).toBeVisible();

  await page.goto('/security');
  await linked(page).getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(linked(page)).toBeHidden();
});

test('who comes new makes an account without a password, and keeps the last way in', async ({ browser }) => {
  const page = await browserOf(browser);
  await page.goto('/sign-in');
  await withKeycloak(page).click();
  await signInThere(page, 'noor');
  await page.getByRole('radio', { name: /^Shipper/ }).check();
  await page.getByLabel('Name of the organisation').fill('Noor’s Freight');
  await expect(page.getByLabel('Your name')).toHaveValue('Noor New');
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await expect(inside(page, 'Noor New')).toBeVisible();

  await page.goto('/security');
  await page.getByRole('button', { name: 'Set a password' }).click();
  await expect(page.getByRole('button', { name: 'Send the mail' })).toBeVisible();
  await linked(page).getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Set a password first');
});

test('who does not go on there comes back to the ways in; a phone shows them whole', async ({ browser }) => {
  const page = await person(browser, { ...phone, baseURL });
  await page.goto(`/sign-in/from/${keycloak}?error=access_denied&state=of-nobody`);
  await expect(page.getByRole('alert')).toBeVisible();
  await accessible(page, 'back from a provider in vain');
  await page.getByRole('link', { name: 'Back to the ways to sign in' }).click();
  await expect(withKeycloak(page)).toBeVisible();
  await fits(page, 'the ways in');
  await accessible(page, 'the ways in');
});
