import { expect, test } from '@playwright/test';
import { call, desktop, local, register, person } from './support';

test('a board never moves under the pointer: new loads wait until they are asked for', async ({
  browser,
}) => {
  const page = await person(browser, desktop);
  await register(page, 'Shipper', 'Steady Goods', 'Stella Steady');
  const places = await call<{ items: { id: string }[] }>(page, 'GET', '/places?q=Chicago');
  const post = () =>
    call(page, 'POST', '/loads', {
      equipment: 'REEFER',
      mode: 'PARTIAL',
      cargo: { weightKilograms: 900 },
      stops: ['PICKUP', 'DELIVERY'].map((kind, index) => ({
        kind,
        placeId: places.items[index]!.id,
        windowStart: local('America/Chicago', 20 + index),
        windowEnd: local('America/Chicago', 30 + index),
      })),
      bids: { currency: 'USD' },
    });
  await post();
  await page.getByRole('link', { name: 'Loads' }).click();
  const rows = page.getByRole('table').getByRole('rowheader');
  await expect(rows).toHaveCount(1);
  await expect(page.locator('[data-live="live"]')).toBeVisible();
  await post();
  await page.getByRole('button', { name: 'Show 1 new' }).click();
  await expect(rows).toHaveCount(2);
  await page.context().close();
});
