import { expect, test } from '@playwright/test';
import {
  accessible,
  call,
  choosePlace,
  desktop,
  fits,
  local,
  phone,
  picture,
  register,
  person,
} from './support';
import { signedIn, world } from './world';

/* Where stops are and when: said where it is typed, in a form or on a phone at the dock. */

const zone = 'America/Chicago';

test('a load is posted with pasted coordinates and with a pin, and its times are told at their step', async ({
  browser,
}) => {
  const page = await person(browser, desktop);
  await register(page, 'Shipper', 'Prairie Foods', 'Sam Okafor');
  await page.goto('/loads/new');

  await test.step('coordinates are said back before they count', async () => {
    const place = page.getByRole('combobox', { name: 'Place' }).nth(0);
    await place.fill('95, 200');
    await expect(page.getByText(/These coordinates lie nowhere/)).toBeVisible();
    await place.fill(`41°52'48"N 87°37'48"W`);
    await page.getByRole('option', { name: '41.88° N, 87.63° W, near Chicago, IL, US' }).click();
    await expect(
      page.getByText('Exact point: 41.88° N, 87.63° W. Its fence reaches 656 ft around it.'),
    ).toBeVisible();
  });

  await test.step('a stop known by its city says so', async () => {
    await choosePlace(page, 1, 'Milwaukee', 'Milwaukee, WI, US');
    await expect(page.getByText('Known by its city only: arrival by hand, or set the point.')).toHaveCount(1);
  });

  await test.step('the pin is moved and set by keys, its radius changed', async () => {
    await page.getByRole('button', { name: 'Set the point of Stop 2: Delivery' }).click();
    const map = page.getByRole('application', { name: 'Pin on the map for Stop 2: Delivery' });
    await expect(map.locator('[data-map="idle"]')).toBeVisible();
    await map.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowUp');
    await expect(page.getByText(/^The pin is at .* Enter sets it there\.$/)).toBeVisible();
    await expect(page.getByText('Known by its city only: arrival by hand, or set the point.')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^The pin is set at 43\.\d+° N, 87\.\d+° W\.$/)).toBeVisible();
    await expect(page.getByText('Known by its city only: arrival by hand, or set the point.')).toHaveCount(0);
    const radius = page.getByLabel('Fence’s radius (ft)');
    await radius.fill('10');
    await expect(page.getByText('The radius lies between 164 ft and 16,404 ft.')).toBeVisible();
    await radius.fill('1,000');
    await expect(
      page.getByText(/^Exact point: 43\.\d+° N, 87\.\d+° W\. Its fence reaches 1,000 ft around it\.$/),
    ).toBeVisible();
    await expect(map.locator('[data-map="idle"]')).toBeVisible();
    await accessible(page, 'a stop with its map');
    await fits(page, 'a stop with its map');
    await picture(page, 'stop-points-form');
  });

  const [earliest, latest] = [page.getByLabel('Earliest'), page.getByLabel('Latest')];
  await test.step('what is wrong with a window is told at once and keeps the step', async () => {
    await earliest.nth(0).fill(local(zone, 2));
    await latest.nth(0).fill(local(zone, 1));
    await expect(page.getByText('The latest time must be after the earliest.')).toBeVisible();
    await latest.nth(0).fill(local(zone, 6));
    await expect(page.getByText('The latest time must be after the earliest.')).toHaveCount(0);
    await earliest.nth(1).fill(local(zone, -20));
    await latest.nth(1).fill(local(zone, -10));
    await expect(page.getByText('This delivery would be over already.')).toBeVisible();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('alert').getByText('This delivery would be over already.')).toBeVisible();
    await expect(page.getByText('Step 1 of 4')).toBeVisible();
    await latest.nth(1).fill(local(zone, 1));
    await expect(page.getByText('This stop would be over before the stop before it begins.')).toBeVisible();
  });

  const day = springDay();
  await test.step('an hour that the clocks leave out is shown as what it means', async () => {
    const shown = day ? `${day}T03:30` : local(zone, 30);
    await latest.nth(1).fill(day ? `${day}T12:00` : local(zone, 40));
    await earliest.nth(1).fill(day ? `${day}T02:30` : shown);
    if (day) await expect(page.getByText('02:30 does not exist there on that day')).toBeVisible();
    await page.getByRole('button', { name: 'Add a stop' }).first().focus();
    await expect(earliest.nth(1)).toHaveValue(shown);
    if (day) await expect(page.getByText('03:30 is meant')).toBeVisible();
  });

  await test.step('it is posted as it was said', async () => {
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Equipment').selectOption('DRY_VAN');
    await page.getByLabel('Weight').fill('38,000');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('radio', { name: /^Bids/ }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Post a load' }).click();
    await expect(page.getByRole('heading', { name: /^Load L-/ })).toBeVisible();
    await expect(
      page.getByText('Exact point: 41.88° N, 87.63° W. Its fence reaches 656 ft around it.'),
    ).toBeVisible();
    await expect(page.getByText(/Its fence reaches 1,000 ft around it\.$/)).toBeVisible();
    if (day) await expect(page.getByText(/03:30/).first()).toBeVisible();
  });

  await test.step('who edits it finds both points as they are', async () => {
    await page.getByRole('link', { name: 'Edit' }).click();
    await expect(
      page.getByText('Exact point: 41.88° N, 87.63° W. Its fence reaches 656 ft around it.'),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Remove the point of Stop 1: Pickup' }).click();
    await expect(page.getByText('Known by its city only: arrival by hand, or set the point.')).toHaveCount(1);
  });
  await page.context().close();
});

test('a driver at the dock sets the point, and the next positions arrive by themselves', async ({
  browser,
}) => {
  const seeded = await world();
  const dock = { latitude: 41.902, longitude: -87.701 };
  const shipper = await signedIn(browser, seeded.shipper, desktop);
  const driver = await signedIn(browser, seeded.driver, { ...phone, geolocation: dock });
  await shipper.goto(`/bookings/${seeded.underWay}`);
  await expect(
    shipper.getByText('Chicago is known by its city only: arrival by hand, or set the point.'),
  ).toBeVisible();
  // at each of the two stops; the timeline says it in a sentence of its own
  await expect(
    shipper.getByText('Known by its city only: arrival by hand, or set the point.', { exact: true }),
  ).toHaveCount(2);
  await expect(shipper.locator('[data-live="live"]')).toBeVisible();

  await driver.goto('/');
  await expect(driver.getByText('Known by its city only: arrival by hand, or set the point.')).toBeVisible();
  await driver.getByRole('button', { name: 'Set the point of Chicago' }).click();
  const dialog = driver.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Set the point here' }).click();
  await expect(dialog.getByText('Set the pin or write the coordinates first.').first()).toBeVisible();
  await dialog.getByLabel('Coordinates').fill('10.5, 20.5');
  await dialog.getByRole('button', { name: 'Set the point here' }).click();
  await expect(
    dialog.getByText(/km from Chicago\. A stop's point lies within 100 km of its city\./).first(),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'I am here: use my position' }).click();
  await expect(dialog.getByLabel('Coordinates')).toHaveValue('41.902° N, 87.701° W');
  await accessible(driver, 'the point of a stop on a phone');
  await fits(driver, 'the point of a stop on a phone');
  await picture(driver, 'stop-points-phone');
  await dialog.getByRole('button', { name: 'Set the point here' }).click();
  await expect(
    driver.getByText('Exact point: 41.902° N, 87.701° W. Its fence reaches 656 ft around it.'),
  ).toBeVisible();
  await expect(
    shipper.getByText('Exact point: 41.902° N, 87.701° W. Its fence reaches 656 ft around it.'),
  ).toBeVisible();
  await expect(shipper.getByText('Point in Chicago set')).toBeVisible();

  await call(driver, 'POST', '/tracking/positions', {
    positions: [30, 15, 1].map((ago) => ({
      at: new Date(Date.now() - ago * 1000).toISOString(),
      ...dock,
      accuracyMeters: 5,
      speedMetersPerSecond: 0,
    })),
  });
  await expect(shipper.locator('[data-status="AT_PICKUP"]')).toBeVisible();
  await expect(shipper.getByText('By the fence, from positions').first()).toBeVisible();
  await expect(driver.locator('[data-status="AT_PICKUP"]')).toBeVisible();
  await picture(shipper, 'stop-points-booking');
  for (const page of [shipper, driver]) await page.context().close();
});

/** The next day on which the clocks of Chicago go forward, the second Sunday of March; null where that is too far for a window. */
function springDay(): string | null {
  const now = new Date();
  const of = (year: number) =>
    new Date(Date.UTC(year, 2, 8 + ((7 - new Date(Date.UTC(year, 2, 1)).getUTCDay()) % 7)));
  const next = [0, 1].map((ahead) => of(now.getUTCFullYear() + ahead)).find((day) => day > now)!;
  return next.getTime() - now.getTime() < 360 * 86_400_000 ? next.toISOString().slice(0, 10) : null;
}
