import { expect, test, type Locator, type Page } from '@playwright/test';
import { desktop, local, password, phone } from './support';
import { signedIn, world, type World } from './world';

/* Each role does its part without a mouse; wherever the focus goes, it is seen. */

let seeded: World;
test.beforeAll(async () => {
  seeded = await world();
});

async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < 120; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      const outline = await target.evaluate((element) => {
        const style = getComputedStyle(element);
        return style.outlineStyle !== 'none' ? Number.parseFloat(style.outlineWidth) : 0;
      });
      expect(outline, 'the focus is seen').toBeGreaterThanOrEqual(2);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${target.toString()}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

async function typeIn(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

async function pickPlace(page: Page, target: Locator, typed: string): Promise<void> {
  await typeIn(page, target, typed);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option')).toHaveCount(0);
}

test('a shipper signs in and posts a load with the keyboard', async ({ browser }) => {
  const page = await (await browser.newContext(desktop)).newPage();
  await page.goto('/sign-in?next=/loads/new');
  await typeIn(page, page.getByLabel('E-mail address'), seeded.newShipper.email);
  await typeIn(page, page.getByLabel('Password'), password);
  await page.keyboard.press('Enter');
  const places = page.getByRole('combobox', { name: 'Place' });
  await pickPlace(page, places.nth(0), 'Milwaukee');
  // A date-time field is typed in parts; what the keyboard cannot address apart is filled as a whole.
  await tabTo(page, page.getByLabel('Earliest').nth(0));
  await page.getByLabel('Earliest').nth(0).fill(local('America/Chicago', 24));
  await page.getByLabel('Latest').nth(0).fill(local('America/Chicago', 30));
  await pickPlace(page, places.nth(1), 'Madison');
  await page.getByLabel('Earliest').nth(1).fill(local('America/Chicago', 25));
  await page.getByLabel('Latest').nth(1).fill(local('America/Chicago', 40));
  await press(page, page.getByRole('button', { name: 'Continue' }));
  await expect(page.getByRole('heading', { name: 'Cargo' })).toBeFocused();
  await tabTo(page, page.getByLabel('Equipment'));
  await page.keyboard.type('Reefer');
  await typeIn(page, page.getByLabel('Weight'), '12000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Price', exact: true })).toBeFocused();
  await typeIn(page, page.getByLabel('Price (USD)'), '900');
  await page.keyboard.press('Enter');
  await press(page, page.getByRole('button', { name: 'Post a load' }));
  await expect(page.getByRole('heading', { name: /^Load L-/ })).toBeVisible();
  await page.context().close();
});

test('a carrier finds a load by J and K, and offers on it', async ({ browser }) => {
  const page = await signedIn(browser, seeded.newCarrier, desktop);
  await page.goto('/loads');
  const rows = page.locator('table [data-row-link]');
  await tabTo(page, rows.nth(0));
  await page.keyboard.press('j');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press('Enter');
  const make = page.getByRole('button', { name: 'Make an offer' });
  await press(page, make);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(make).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Trips');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Trips' })).toBeVisible();
  await page.context().close();
});

test('a driver tells an arrival with the keyboard', async ({ browser }) => {
  const page = await signedIn(browser, seeded.driver, phone);
  await page.goto('/');
  const action = page.getByRole('main').getByRole('button', { name: /^(Arrived at|Depart from) Chicago/ });
  await press(page, action);
  await press(page, page.getByRole('dialog').getByRole('button', { name: /^Confirm/ }));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.context().close();
});
