import { expect, test, type Page } from '@playwright/test';
import { accessible, fits, local, phone, picture } from './support';
import { signedIn, world, type World } from './world';

/* What is odd of the road is said before it is told, and asks for a second press; what was just told is taken back. */

const zone = 'America/Chicago';

/** A booking from Chicago to Milwaukee with a crew of its own, whose pickup opens in so many hours. */
async function booked(page: Page, seeded: World, hours: number): Promise<string> {
  const send = async <T>(token: string, path: string, data?: object): Promise<T> => {
    const response = await page.request.fetch(`/api${path}`, {
      method: data ? 'POST' : 'GET',
      data,
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(response.ok(), `${path}: ${response.status()} ${await response.text()}`).toBe(true);
    return (await response.json()) as T;
  };
  const { shipper, carrier } = seeded;
  const place = async (q: string) =>
    (await send<{ items: { id: string }[] }>(shipper.token, `/places?q=${q}`)).items[0]!.id;
  const capacity = { weightKilograms: 20000, volumeCubicMeters: 90, loadingMeters: 13.6, pieces: 33 };
  const crew = {
    driverId: (await send<{ id: string }>(carrier.token, '/drivers', { name: 'Odell Early' })).id,
    vehicleId: (
      await send<{ id: string }>(carrier.token, '/vehicles', {
        name: `Truck of ${hours} h`,
        plate: `IL ${hours}`,
        equipment: 'DRY_VAN',
        capacity,
      })
    ).id,
  };
  const stop = (kind: string, placeId: string, start: number, end: number) => ({
    kind,
    placeId,
    windowStart: local(zone, start),
    windowEnd: local(zone, end),
  });
  const load = await send<{ id: string }>(shipper.token, '/loads', {
    equipment: 'DRY_VAN',
    mode: 'FULL',
    cargo: { weightKilograms: 9000 },
    commodity: 'Oats',
    price: { amount: '900.00', currency: 'USD' },
    stops: [
      stop('PICKUP', await place('Chicago'), hours, hours + 2),
      stop('DELIVERY', await place('Milwaukee'), hours + 4, hours + 8),
    ],
  });
  const offer = await send<{ id: string }>(carrier.token, '/offers', { loadId: load.id });
  const { booking } = await send<{ booking: { id: string; tripId: string } }>(
    shipper.token,
    `/offers/${offer.id}/accept`,
    {},
  );
  await send(carrier.token, `/trips/${booking.tripId}/assign`, crew);
  return booking.id;
}

test('dispatch two days early, arrival hours before the window and an arrival that nobody can drive to ask once more', async ({
  browser,
}) => {
  const seeded = await world();
  const page = await signedIn(browser, seeded.carrier, phone);
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const status = (name: string) => page.locator(`[data-status="${name}"]`);
  const said = (odd: RegExp) => dialog.getByRole('listitem').filter({ hasText: odd });
  const open = async (action: string, confirm: string) => {
    await main.getByRole('button', { name: action }).click();
    await dialog.getByRole('button', { name: confirm }).click();
  };
  const allTheSame = () => dialog.getByRole('button', { name: 'Tell it all the same' }).click();

  await test.step('a dispatch two days early is told by a second press only', async () => {
    await page.goto(`/bookings/${await booked(page, seeded, 48)}`);
    await open('Dispatch', 'Dispatch now');
    await expect(dialog.getByRole('group', { name: 'Is that right?' })).toBeFocused();
    await expect(said(/^The pickup in Chicago opens only (47 h|2 days) after that: /)).toBeVisible();
    await accessible(page, 'an odd dispatch');
    await fits(page, 'an odd dispatch');
    await picture(page, 'odd-dispatch-390');
    await dialog.getByRole('button', { name: 'Back' }).click();
    await expect(dialog.getByRole('button', { name: 'Dispatch now' })).toBeFocused();
    await expect(status('CONFIRMED').first()).toBeVisible();
    await dialog.getByRole('button', { name: 'Dispatch now' }).click();
    await allTheSame();
    await expect(status('DISPATCHED').first()).toBeVisible();
  });

  await test.step('a time of yesterday is asked about, and what the server says of it stands at its field', async () => {
    await page.goto(`/bookings/${await booked(page, seeded, 3)}`);
    await main.getByRole('button', { name: 'Dispatch' }).click();
    await dialog.getByText('It happened earlier').click();
    await dialog.getByLabel('When it happened').fill(local(zone, -24));
    await dialog.getByRole('button', { name: 'Dispatch now' }).click();
    await expect(said(/^The time that you typed is of another day: /)).toBeVisible();
    await allTheSame();
    await expect(dialog.getByText(/^This is before .* when the agreement began\.$/).last()).toBeVisible();
    await dialog.getByLabel('When it happened').fill('');
    await dialog.getByRole('button', { name: 'Dispatch now' }).click();
    await expect(status('DISPATCHED').first()).toBeVisible();
  });

  await test.step('an arrival three hours before the window is odd, and reads early', async () => {
    await open('Arrived at Chicago', 'Confirm arrival');
    await expect(
      said(/^That is (3 h|2 h 5\d min) before the window in Chicago opens: .* C[SD]T\.$/),
    ).toBeVisible();
    await allTheSame();
    await expect(status('AT_PICKUP').first()).toBeVisible();
    await expect(main.getByText(/^(3 h|2 h 5\d min) early$/).first()).toBeVisible();
    await expect(main.getByText('In time')).toHaveCount(0);
  });

  await test.step('Milwaukee is not reached a minute after Chicago is left', async () => {
    await open('Depart from Chicago', 'Confirm departure');
    await expect(said(/^The arrival at Chicago was (less than a minute|1 min) before that\.$/)).toBeVisible();
    await allTheSame();
    await expect(status('IN_TRANSIT').first()).toBeVisible();
    await open('Arrived at Milwaukee', 'Confirm arrival');
    await expect(
      said(
        /^Milwaukee lies 8\d mi from Chicago as the crow flies, and Chicago was left (less than a minute|1 min) before that\.$/,
      ),
    ).toBeVisible();
    await accessible(page, 'an odd arrival');
    await picture(page, 'odd-arrival-390');
    await allTheSame();
    await expect(status('AT_DELIVERY').first()).toBeVisible();
    await picture(page, 'odd-early-390');
  });
  await page.context().close();
});

test('what was told a moment ago is taken back, and stays on the timeline', async ({ browser }) => {
  const seeded = await world();
  const page = await signedIn(browser, seeded.carrier, phone);
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const status = (name: string) => page.locator(`[data-status="${name}"]`).first();
  const strip = (told: string) => main.getByRole('region', { name: told });
  const undo = (told: string) => strip(told).getByRole('button', { name: 'Undo', exact: true });
  await page.goto(`/bookings/${await booked(page, seeded, 1)}`);

  await main.getByRole('button', { name: 'Dispatch' }).click();
  await dialog.getByRole('button', { name: 'Dispatch now' }).click();
  await expect(strip('Dispatch told.').getByText(/^\([1-6]?\d s\)$/)).toBeVisible();
  await accessible(page, 'what can be taken back');
  await fits(page, 'what can be taken back');
  await picture(page, 'undo-390');
  await undo('Dispatch told.').click();
  await expect(status('CONFIRMED')).toBeVisible();
  await expect(strip('Dispatch told.')).toHaveCount(0);

  await main.getByRole('button', { name: 'Dispatch' }).click();
  await dialog.getByRole('button', { name: 'Dispatch now' }).click();
  await main.getByRole('button', { name: 'Arrived at Chicago' }).click();
  await dialog.getByRole('button', { name: 'Confirm arrival' }).click();
  await expect(status('AT_PICKUP')).toBeVisible();
  await expect(strip('Dispatch told.')).toHaveCount(0);
  await undo('Arrival at Chicago told.').click();
  await expect(status('DISPATCHED')).toBeVisible();
  await expect(main.getByText('Arrival at Chicago taken back: told by mistake')).toBeVisible();
  await expect(main.getByRole('button', { name: 'Arrived at Chicago' })).toBeVisible();

  // A tab that hears of nothing by itself undoes what it shows, not what was told anew.
  const arrive = async () => {
    await main.getByRole('button', { name: 'Arrived at Chicago' }).click();
    await dialog.getByRole('button', { name: 'Confirm arrival' }).click();
    await expect(status('AT_PICKUP')).toBeVisible();
  };
  await arrive();
  const other = await page.context().newPage();
  await other.routeWebSocket(/\/ws\/live/, () => {});
  await other.goto(page.url());
  const stale = other.getByRole('region', { name: 'Arrival at Chicago told.' }).getByRole('button');
  await expect(stale).toBeVisible();
  await undo('Arrival at Chicago told.').click();
  await expect(status('DISPATCHED')).toBeVisible();
  await arrive();
  await stale.click();
  await expect(other.getByRole('alert').getByText('It was changed meanwhile.')).toBeVisible();
  await expect(status('AT_PICKUP')).toBeVisible();
  await page.context().close();
});
