import { expect, test, type Page } from '@playwright/test';
import {
  accessible,
  call,
  choosePlace,
  desktop,
  fits,
  local,
  password,
  person,
  phone,
  picture,
  register,
  settled,
  unique,
} from './support';

/*
 * The main job by hand: each step in the portal by its own person, from registration to paid. Only positions come by the API,
 * as they would from the driver's device.
 */

const chicago = { latitude: 41.85003, longitude: -87.65005, zone: 'America/Chicago' };
const indianapolis = { latitude: 39.76838, longitude: -86.15804, zone: 'America/Indiana/Indianapolis' };
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

interface Point {
  latitude: number;
  longitude: number;
}

async function report(
  driver: Page,
  points: Point[],
  secondsApart: number,
  speedMetersPerSecond: number,
): Promise<void> {
  const end = Date.now() - 500;
  await call(driver, 'POST', '/tracking/positions', {
    positions: points.map((point, index) => ({
      at: new Date(end - (points.length - 1 - index) * secondsApart * 1000).toISOString(),
      latitude: point.latitude,
      longitude: point.longitude,
      accuracyMeters: 5,
      speedMetersPerSecond,
      headingDegrees: 150,
    })),
  });
}

const along = (from: Point, to: Point, part: number): Point => ({
  latitude: from.latitude + (to.latitude - from.latitude) * part,
  longitude: from.longitude + (to.longitude - from.longitude) * part,
});

test('the main job is done by hand, each step by its own person', async ({ browser }) => {
  test.setTimeout(1_200_000);
  const shipper = await person(browser, desktop);
  const carrier = await person(browser, desktop);
  const driver = await person(browser, phone);

  await test.step('a shipper and a carrier register', async () => {
    await register(shipper, 'Shipper', 'Prairie Foods', 'Sam Okafor');
    await register(carrier, 'Carrier', 'Lakeside Haulage', 'Cora Lindqvist');
    await expect(carrier.getByRole('radio')).toHaveCount(0);
    await accessible(carrier, "a carrier's first home page");
  });

  await test.step('the carrier adds a vehicle and a driver', async () => {
    await carrier.getByRole('link', { name: 'Add a vehicle' }).first().click();
    await carrier.getByLabel('Vehicle’s name').fill('Truck 7');
    await carrier.getByLabel('Registration plate').fill('IL 70 7712');
    await carrier.getByLabel('Equipment').selectOption('DRY_VAN');
    await carrier.getByLabel('Weight').fill('44,000');
    await carrier.getByLabel('Volume').fill('3,500');
    await carrier.getByRole('button', { name: 'Save' }).click();
    await expect(carrier.getByRole('table', { name: 'Vehicles' }).getByText('Truck 7')).toBeVisible();
    await carrier.getByRole('button', { name: 'Drivers' }).click();
    await carrier.getByRole('link', { name: 'Add a driver' }).first().click();
    await carrier.getByLabel('Driver’s name').fill('Dana Whitfield');
    await carrier.getByLabel('Phone').fill('+1 312 555 0142');
    await carrier.getByRole('button', { name: 'Save' }).click();
    await expect(carrier.getByRole('table', { name: 'Drivers' }).getByText('Dana Whitfield')).toBeVisible();
  });

  await test.step('the carrier invites the driver, who joins on a phone', async () => {
    await carrier.getByRole('link', { name: 'Members' }).click();
    await carrier.getByRole('button', { name: 'Invite a member' }).click();
    await carrier.getByLabel('E-mail address').fill(unique('dana'));
    await carrier.getByRole('checkbox', { name: /^Driver/ }).check();
    await carrier.getByLabel('Drives as').selectOption({ label: 'Dana Whitfield' });
    await carrier.getByRole('button', { name: 'Make the invitation link' }).click();
    const link = await carrier.getByLabel('Invitation link').inputValue();
    await carrier.getByRole('button', { name: 'Close' }).last().click();
    await driver.goto(new URL(link).pathname + new URL(link).hash);
    await expect(driver.getByRole('heading', { name: 'Join Lakeside Haulage' })).toBeVisible();
    await driver.getByLabel('Your name').fill('Dana Whitfield');
    await driver.getByLabel('Password').fill(password);
    await accessible(driver, 'an invitation');
    await driver.getByRole('button', { name: 'Join' }).click();
    await expect(driver.getByRole('heading', { name: 'Today' })).toBeVisible();
    await expect(driver.getByText('Nothing to drive')).toBeVisible();
    await accessible(driver, 'an empty day');
  });

  await test.step('the shipper tops up with test money', async () => {
    await shipper.getByRole('link', { name: 'Wallet' }).click();
    await expect(shipper.getByText('Test money').first()).toBeVisible();
    await shipper.getByRole('button', { name: 'Top up' }).click();
    await shipper.getByLabel('Amount').fill('5,000');
    await shipper.getByRole('dialog').getByRole('button', { name: 'Top up' }).click();
    await expect(shipper.getByText('USD 5,000.00').first()).toBeVisible();
  });

  await test.step('the shipper posts a load', async () => {
    await shipper.getByRole('link', { name: 'Loads' }).click();
    await shipper.getByRole('link', { name: 'Post a load' }).first().click();
    // the fence stands where the shipper says; of Indianapolis only the city is known
    await choosePlace(shipper, 0, '41.85003, -87.65005', 'Chicago, IL, US');
    await choosePlace(shipper, 1, 'Indianap', 'Indianapolis');
    await shipper.getByLabel('Earliest').nth(0).fill(local(chicago.zone, -1));
    await shipper.getByLabel('Latest').nth(0).fill(local(chicago.zone, 6));
    await shipper.getByLabel('Earliest').nth(1).fill(local(indianapolis.zone, 0));
    await shipper.getByLabel('Latest').nth(1).fill(local(indianapolis.zone, 12));
    await shipper.getByRole('button', { name: 'Continue' }).click();
    await shipper.getByLabel('Equipment').selectOption('DRY_VAN');
    await shipper.getByLabel('Weight').fill('38,000');
    await shipper.getByLabel('Commodity').fill('Oats in sacks');
    await shipper.getByRole('button', { name: 'Continue' }).click();
    await shipper.getByRole('radio', { name: /^Bids/ }).check();
    await shipper.getByRole('button', { name: 'Continue' }).click();
    await expect(shipper.getByRole('heading', { name: 'Check and send' })).toBeVisible();
    await accessible(shipper, 'the review of a load');
    await shipper.getByRole('button', { name: 'Post a load' }).click();
    await expect(shipper.getByRole('heading', { name: /^Load L-/ })).toBeVisible();
  });
  const loadReference = (await shipper.getByRole('heading', { name: /^Load L-/ }).innerText()).replace(
    'Load ',
    '',
  );

  await test.step('the carrier posts a trip and finds the load among its matches', async () => {
    await carrier.getByRole('link', { name: 'Trips' }).click();
    await carrier.getByRole('link', { name: 'Post a trip' }).first().click();
    await choosePlace(carrier, 0, 'Chicago', 'Chicago, IL, US');
    await choosePlace(carrier, 1, 'Indianap', 'Indianapolis');
    await carrier.getByLabel('Planned time there').nth(0).fill(local(chicago.zone, 0.5));
    await carrier.getByLabel('Planned time there').nth(1).fill(local(indianapolis.zone, 6));
    await carrier.getByRole('button', { name: 'Continue' }).click();
    await carrier.getByLabel('Equipment').selectOption('DRY_VAN');
    await carrier.getByLabel('Weight').fill('44,000');
    await carrier.getByRole('button', { name: 'Continue' }).click();
    await carrier.getByRole('button', { name: 'Continue' }).click();
    await carrier.getByRole('button', { name: 'Post a trip' }).click();
    await expect(carrier.getByRole('heading', { name: /^Trip T-/ })).toBeVisible();
    await carrier.getByRole('link', { name: `Look at ${loadReference}` }).click();
    await expect(carrier.getByRole('heading', { name: `Load ${loadReference}` })).toBeVisible();
  });

  await test.step('they agree on a price, the fee in sight before acceptance', async () => {
    await carrier.getByRole('button', { name: 'Make an offer' }).click();
    await carrier.getByRole('dialog').getByLabel('Price (USD)').fill('1,400');
    await carrier.getByRole('button', { name: 'Send the offer' }).click();
    await expect(carrier.getByText('An offer of yours stands.')).toBeVisible();
    await expect(carrier.getByRole('button', { name: 'Make another offer' })).toBeVisible();
    await expect(shipper.getByText('USD 1,400.00').first()).toBeVisible();
    await shipper.getByRole('button', { name: 'Counter' }).click();
    await shipper.getByLabel('Your price (USD)').fill('1,300');
    await shipper.getByRole('button', { name: 'Send the counter-offer' }).click();
    await carrier.getByRole('button', { name: 'Accept' }).click();
    const terms = carrier.getByRole('dialog');
    await expect(terms.getByText('USD 39.00')).toBeVisible();
    await expect(terms.getByText('USD 1,261.00')).toBeVisible();
    await accessible(carrier, 'the terms before acceptance');
    await terms.getByRole('button', { name: 'Accept and book' }).click();
    await expect(carrier.getByRole('heading', { name: /^Booking B-/ })).toBeVisible();
  });

  await test.step('the carrier names driver and vehicle', async () => {
    await carrier.getByRole('link', { name: 'Assign driver and vehicle' }).click();
    await carrier.getByLabel('Driver', { exact: true }).selectOption({ label: 'Dana Whitfield' });
    await carrier.getByLabel('Vehicle', { exact: true }).selectOption({ label: 'Truck 7 (IL 70 7712)' });
    await carrier.getByRole('button', { name: 'Assign driver and vehicle' }).click();
    await expect(carrier.getByText('Driver and vehicle are assigned.')).toBeVisible();
  });

  await test.step('the shipper watches the booking', async () => {
    await shipper.getByRole('link', { name: 'A booking carries this load: open it' }).click();
    await expect(shipper.getByRole('heading', { name: /^Booking B-/ })).toBeVisible();
    await expect(shipper.locator('[data-live="live"]')).toBeVisible();
    await settled(shipper);
  });

  await test.step('the driver dispatches with one thumb', async () => {
    await driver.reload();
    const button = driver.getByRole('main').getByRole('button', { name: 'Dispatch' });
    expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(56);
    await accessible(driver, 'the day with a booking');
    await fits(driver, 'the day with a booking');
    await picture(driver, 'journey-driver-dispatch');
    await button.click();
    await driver.getByRole('button', { name: 'Dispatch now' }).click();
    await expect(driver.locator('[data-status="DISPATCHED"]')).toBeVisible();
    await expect(shipper.locator('[data-status="DISPATCHED"]')).toBeVisible();
  });

  await test.step('positions move the booking, live for the shipper', async () => {
    // A fix from before the dispatch does not count, so the device goes on reporting, as one does.
    const status = (name: string) => shipper.locator(`[data-status="${name}"]`);
    await expect(async () => {
      await report(driver, [chicago, chicago], 1, 0);
      await expect(status('AT_PICKUP')).toBeVisible({ timeout: 4000 });
    }).toPass({ timeout: 300_000 });
    await expect(async () => {
      await report(driver, [along(chicago, indianapolis, 0.1), along(chicago, indianapolis, 0.11)], 1, 25);
      await expect(status('IN_TRANSIT')).toBeVisible({ timeout: 4000 });
    }).toPass({ timeout: 300_000 });
    await expect(shipper.locator('[data-positions]')).not.toHaveAttribute('data-positions', '0');
    await expect(shipper.getByText('By the fence, from positions').first()).toBeVisible();
    await settled(shipper);
    await accessible(shipper, 'a booking under way');
    await picture(shipper, 'journey-booking-live');
  });

  await test.step('the driver arrives by hand, with a reason, and delivers with a photo', async () => {
    await driver.getByRole('button', { name: 'Arrived at Indianapolis' }).click();
    await driver.getByLabel('Reason').selectOption({ label: 'No position signal here' });
    await driver.getByRole('button', { name: 'Confirm arrival' }).click();
    // the way of hours took this driver a moment
    await expect(driver.getByText(/^Indianapolis lies \d+ mi from Chicago as the crow flies/)).toBeVisible();
    await driver.getByRole('button', { name: 'Tell it all the same' }).click();
    // from here on the phone tells no position
    await driver.context().clearPermissions();
    await driver.getByRole('button', { name: 'Deliver at Indianapolis' }).click();
    await driver.getByLabel('Received by').fill('Priya Raman');
    await driver
      .getByLabel('Photo or paper of the delivery')
      .setInputFiles({ name: 'delivery.png', mimeType: 'image/png', buffer: onePixel });
    await accessible(driver, 'the delivery form');
    await picture(driver, 'journey-driver-deliver');
    await driver.getByRole('button', { name: 'Confirm delivery' }).click();
    await expect(driver.getByText('Nothing to drive')).toBeVisible();
  });

  await test.step('the shipper accepts the proof and the carrier is paid', async () => {
    await expect(shipper.locator('[data-status="DELIVERED"]')).toBeVisible();
    await expect(shipper.getByText('Priya Raman')).toBeVisible();
    // the phone told no position, so the proof claims none
    await expect(shipper.locator('dt', { hasText: /^Position$/ }).locator('+ dd')).toHaveText('–');
    await expect(shipper.getByRole('img', { name: /delivery/ })).toBeVisible();
    await shipper.getByRole('button', { name: 'Accept the proof' }).click();
    await shipper.getByRole('button', { name: 'Accept and pay' }).click();
    await expect(shipper.locator('[data-status="SETTLED"]')).toBeVisible();
    await picture(shipper, 'journey-booking-settled');
    await carrier.getByRole('link', { name: 'Wallet' }).click();
    await expect(carrier.getByText('USD 1,261.00').first()).toBeVisible();
    await shipper.getByRole('link', { name: 'Wallet' }).click();
    await expect(shipper.getByText('USD 3,700.00').first()).toBeVisible();
  });
  for (const page of [shipper, carrier, driver]) await page.context().close();
});

test('the administrator runs the lane report', async ({ browser }) => {
  const link = process.env.LANERUNNER_ADMIN_LINK;
  const email = process.env.LANERUNNER_ADMIN_EMAIL;
  test.skip(!link && !email, 'no administrator was named');
  const admin = await person(browser);
  if (link) {
    await admin.goto(new URL(link).pathname + new URL(link).hash);
    await admin.getByLabel('Your name').fill('Ada Root');
    await admin.getByLabel('E-mail address').fill(unique('ada'));
    await admin.getByLabel('Password').fill(password);
    await accessible(admin, "the administrator's link");
    await admin.getByRole('button', { name: 'Make the administrator' }).click();
  } else {
    await admin.goto('/sign-in');
    await admin.getByLabel('E-mail address').fill(email!);
    await admin.getByLabel('Password').fill(process.env.LANERUNNER_ADMIN_PASSWORD ?? '');
    await admin.getByRole('button', { name: 'Sign in', exact: true }).click();
  }
  await expect(admin.getByRole('heading', { level: 1 })).toContainText('Good to see you');
  await admin.getByRole('link', { name: 'Reports' }).click();
  await admin.getByRole('button', { name: 'Run the report' }).click();
  await expect(admin.locator('[data-run="DONE"]')).toBeVisible();
  await accessible(admin, 'the lane report');
  await picture(admin, 'journey-lane-report');
  await admin.getByRole('link', { name: 'Organisations' }).click();
  await admin.getByLabel('Name of an organisation').fill('Prairie');
  await admin.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(admin.getByText('Prairie Foods').first()).toBeVisible();
});
