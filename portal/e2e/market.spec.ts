import { expect, test, type Page } from '@playwright/test';
import { accessible, call, desktop, fits, local, phone, picture } from './support';
import { signedIn, world, type World } from './world';

let seeded: World;
test.beforeAll(async () => {
  seeded = await world();
});

const load = (places: string[], equipment: string, price = '900.00') => ({
  equipment,
  mode: 'FULL',
  cargo: { weightKilograms: 900 },
  stops: ['PICKUP', 'DELIVERY'].map((kind, index) => ({
    kind,
    placeId: places[index],
    windowStart: local('America/Chicago', 40 + index),
    windowEnd: local('America/Chicago', 60 + index),
  })),
  price: { amount: price, currency: 'USD' },
});

async function twoPlaces(page: Page): Promise<string[]> {
  const found = await Promise.all(
    ['Chicago', 'Indianapolis'].map((q) => call<{ items: { id: string }[] }>(page, 'GET', `/places?q=${q}`)),
  );
  return found.map(({ items }) => items[0]!.id);
}

test('the market moves behind "N new": others’ loads come, change and go without moving a row', async ({
  browser,
}) => {
  const owner = await signedIn(browser, seeded.newShipper, desktop);
  const page = await signedIn(browser, seeded.carrier, desktop);
  await page.goto('/loads?scope=market&equipment=TANKER');
  await owner.goto('/');
  const places = await twoPlaces(owner);
  const post = async (equipment = 'TANKER') =>
    await call<{ id: string; reference: string }>(owner, 'POST', '/loads', load(places, equipment));
  await expect(page.locator('[data-fresh="live"]')).toBeVisible();
  const first = await post();
  // Nothing to hold steady: an empty list shows what comes.
  const rows = page.getByRole('table').getByRole('rowheader');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText(first.reference);

  const second = await post();
  await post('FLATBED');
  const third = await post();
  const more = page.getByRole('button', { name: 'Show 2 new' });
  await expect(more).toBeVisible();
  await expect(rows).toHaveCount(1);

  await call(owner, 'PUT', `/loads/${first.id}`, load(places, 'TANKER', '950.00'));
  const row = page.getByRole('row', { name: first.reference });
  await expect(row.getByText('Changed')).toBeVisible();
  await expect(row).toContainText('950');

  await call(owner, 'POST', `/loads/${third.id}/cancel`, { reason: 'Sold elsewhere' });
  await expect(page.getByRole('button', { name: 'Show 1 new' })).toBeVisible();
  await call(owner, 'POST', `/loads/${first.id}/cancel`, { reason: 'Sold elsewhere' });
  await expect(row.getByText('Gone')).toBeVisible();
  await expect(row.getByRole('link')).toHaveCount(0);
  await expect(row.getByText('Open', { exact: true }), 'what it is now nobody here knows').toHaveCount(0);
  await picture(page, 'market-moves');
  await accessible(page, 'a market that moves');

  await page.getByRole('button', { name: 'Show 1 new' }).press('Enter');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText(second.reference);
  await expect(rows.first().getByRole('link')).toBeFocused();

  // Where nothing feeds a screen, nobody says so.
  await page.goto('/fleet');
  await expect(page.locator('[data-fresh="as-of"]')).toContainText(/As of \d/);
  await page.locator('[data-fresh="as-of"]').click();
  await page.context().close();
  await owner.context().close();
});

test('a trip’s page hears of a load that fits it, on a phone too', async ({ browser }) => {
  const owner = await signedIn(browser, seeded.newShipper, desktop);
  const page = await signedIn(browser, seeded.carrier, phone);
  await owner.goto('/');
  const places = await twoPlaces(owner);
  await page.goto(`/trips/${seeded.trip}`);
  await expect(page.getByRole('heading', { name: 'Loads that it could carry' })).toBeVisible();
  await expect(page.locator('[data-live="live"]')).toBeAttached();
  const { id } = await call<{ id: string }>(owner, 'POST', '/loads', {
    ...load(places, 'DRY_VAN'),
    mode: 'PARTIAL',
    stops: load(places, 'DRY_VAN').stops.map((stop, index) => ({
      ...stop,
      windowStart: local('America/Chicago', 30 + index),
    })),
  });
  // The list is read once more when the feed begins; what came before that reading stands in it already.
  const showNew = page.getByRole('button', { name: 'Show 1 new' });
  const found = page.locator(`a[href*="/loads/${id}"]`);
  await expect(showNew.or(found).first()).toBeVisible();
  if (await showNew.isVisible()) await showNew.click();
  await expect(found).toBeVisible();
  await call(owner, 'POST', `/loads/${id}/cancel`, { reason: 'Sold elsewhere' });
  await expect(page.locator(`a[href*="/loads/${id}"]`)).toHaveCount(0);
  await expect(page.getByText('Gone')).toBeVisible();
  await fits(page, 'matches that come and go');
  await page.context().close();
  await owner.context().close();
});

test('a driver’s open screen shows what is given to them, and takes away what is not theirs any more', async ({
  browser,
}) => {
  const office = await signedIn(browser, seeded.carrier, desktop);
  const shipper = await signedIn(browser, seeded.shipper, desktop);
  const driver = await signedIn(browser, seeded.driver, phone);
  await office.goto('/');
  await shipper.goto('/');
  const places = await twoPlaces(shipper);
  const open = await call<{ id: string; reference: string }>(
    shipper,
    'POST',
    '/loads',
    load(places, 'DRY_VAN'),
  );
  const offer = await call<{ id: string }>(office, 'POST', '/offers', { loadId: open.id });
  const { booking } = await call<{ booking: { id: string; tripId: string; reference: string } }>(
    shipper,
    'POST',
    `/offers/${offer.id}/accept`,
    {},
  );
  const { items: drivers } = await call<{ items: { id: string; name: string }[] }>(office, 'GET', '/drivers');
  const { items: vehicles } = await call<{ items: { id: string }[] }>(office, 'GET', '/vehicles');
  const assign = (name: RegExp) =>
    call(office, 'POST', `/trips/${booking.tripId}/assign`, {
      driverId: drivers.find((each) => name.test(each.name))!.id,
      vehicleId: vehicles[0]!.id,
    });
  await driver.goto('/');
  await expect(driver.locator('[data-live="live"]')).toBeAttached();
  const later = driver.getByRole('link', { name: booking.reference });
  await expect(later).toHaveCount(0);
  await assign(/^Dana/);
  await expect(later).toBeVisible();
  await assign(/^Maximiliano/);
  await expect(later).toHaveCount(0);
  for (const page of [office, shipper, driver]) await page.context().close();
});
