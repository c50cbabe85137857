import { expect, test } from '@playwright/test';
import { accessible, call, desktop, fits, phone, picture } from './support';
import { signedIn, world } from './world';

/* The driver's phone shows where the vehicle is: switched on by the driver, seen by who may, kept where there is no connection, ended by the delivery. */

test('the position is shared from the phone until the delivery', async ({ browser }) => {
  const seeded = await world();
  const shipper = await signedIn(browser, seeded.shipper, desktop);
  await shipper.goto(`/bookings/${seeded.underWay}`);
  await expect(shipper.locator('[data-live="live"]')).toBeVisible();
  const page = await signedIn(browser, seeded.driver, {
    ...phone,
    permissions: [],
    serviceWorkers: 'allow' as const,
  });
  await page.goto('/');
  await expect(page.getByText('This screen also opens without a connection.')).toBeVisible();
  await expect(page.locator('[data-sharing]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Share my position' }).click();
  await expect(page.getByText('The position is not allowed')).toBeVisible();
  await page.context().grantPermissions(['geolocation']);
  await expect(page.locator('[data-sharing="sharing"]')).toContainText(/last sent .+ ago|just now/);
  await expect(shipper.getByText('Last position 39.7684, -86.1581.')).toBeVisible();
  await accessible(page, 'sharing the position');
  await fits(page, 'sharing the position');
  await picture(page, 'sharing-390');

  await page.context().setOffline(true);
  let moved = 0;
  const drive = async () => {
    moved += 1;
    await page.context().setGeolocation({ latitude: 39.7684 + moved * 0.001, longitude: -86.1581 });
    return page.locator('[data-sharing]').innerText();
  };
  await expect.poll(drive).toContain('2 waiting');
  await page.evaluate(() => {
    const mark = JSON.parse(localStorage.getItem('lanerunner.sharing')!) as { aliveAt: number };
    localStorage.setItem(
      'lanerunner.sharing',
      JSON.stringify({ ...mark, aliveAt: mark.aliveAt - 29 * 60_000 }),
    );
    location.reload();
  });
  await expect(page.getByText(/^Paused from \d\d:\d\d to \d\d:\d\d while/)).toBeVisible();
  await expect(page.locator('[data-sharing]')).toContainText('waiting');
  await picture(page, 'sharing-paused-390');
  await page.context().setOffline(false);
  await expect(page.locator('[data-sharing="sharing"]')).not.toContainText('waiting');
  const last = (39.7684 + moved * 0.001).toFixed(4);
  await expect(shipper.getByText(`Last position ${last}, -86.1581.`)).toBeVisible();
  const { items } = await call<{ items: { at: string; latitude: number }[] }>(
    page,
    'GET',
    `/bookings/${seeded.underWay}/positions`,
  );
  const own = items.filter((position) => position.latitude < 40);
  expect(own.length).toBeGreaterThanOrEqual(3);
  expect([...own].sort((a, b) => a.latitude - b.latitude)).toEqual(own);

  const told = { reason: 'No position signal here' };
  const booking = `/bookings/${seeded.underWay}`;
  const { stops } = await call<{ stops: { arrivedAt: string | null; departedAt: string | null }[] }>(
    page,
    'GET',
    booking,
  );
  if (!stops[0]!.arrivedAt) await call(page, 'POST', `${booking}/arrive`, { stop: 0, ...told });
  if (!stops[0]!.departedAt) await call(page, 'POST', `${booking}/depart`, { stop: 0, ...told });
  if (!stops[1]!.arrivedAt) await call(page, 'POST', `${booking}/arrive`, { stop: 1, ...told });
  await call(page, 'POST', `${booking}/deliver`, { receivedBy: 'Priya Raman' });
  await expect(page.getByText('Sharing ended with the delivery.')).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('lanerunner.sharing'))).toBeNull();
  await page.context().close();
  await shipper.context().close();
});
