import { expect, test } from '@playwright/test';
import { accessible, call, desktop, fits, local, phone, picture } from './support';
import { signedIn, world } from './world';

test('before anybody agrees they see with whom, about what and at which price', async ({ browser }) => {
  const seeded = await world();
  const shipper = await signedIn(browser, seeded.shipper, desktop);
  await shipper.goto(`/loads/${seeded.openLoad}`);
  const offer = shipper.locator('[data-offer="OPEN"]');
  for (const said of [
    'Lakeside Haulage',
    /Carrier · here since \w+ \d{4} · \d+ bookings? done|no bookings yet/,
    /Chicago → Indianapolis/,
    /per mi, by the estimated road/,
    /^T-\w+: Chicago → Indianapolis$/,
    'Dry van · Full',
  ])
    await expect(offer.getByText(said).first()).toBeVisible();
  await shipper.getByLabel('Sort by').selectOption({ label: 'Lowest price per distance' });
  await expect(offer).toHaveCount(1);
  await accessible(shipper, 'the offers of a load');
  await picture(shipper, 'who-offers');
  await offer.getByRole('button', { name: 'Accept', exact: true }).click();
  const dialog = shipper.getByRole('dialog');
  await expect(dialog.getByText('Lakeside Haulage')).toBeVisible();
  await expect(dialog.getByText('Held in escrow when you accept')).toBeVisible();
  await expect(dialog.getByText('USD 1,450.00').first()).toBeVisible();
  await accessible(shipper, 'the acceptance of an offer');
  await picture(shipper, 'who-accept');
  await shipper.context().close();

  const carrier = await signedIn(browser, seeded.carrier, phone);
  await carrier.goto('/loads?scope=market');
  await expect(
    carrier.getByText('Prairie Foods of Northern Illinois').locator('visible=true').first(),
  ).toBeVisible();
  await fits(carrier, 'the market');
  await picture(carrier, 'who-market-phone');
  await carrier.goto(`/loads/${seeded.openLoad}`);
  await expect(carrier.getByText('Posted by')).toBeVisible();
  await fits(carrier, 'a load on the market');
  await accessible(carrier, 'a load on the market');
  await picture(carrier, 'who-load-phone');
  await carrier.context().close();
});

test('whose money lacks is told before, to both, and until it is there', async ({ browser }) => {
  const seeded = await world();
  const shipper = await signedIn(browser, seeded.newShipper, desktop);
  await shipper.goto('/');
  const places = await Promise.all(
    ['Chicago', 'Indianapolis'].map((q) =>
      call<{ items: { id: string }[] }>(shipper, 'GET', `/places?q=${q}`),
    ),
  );
  const load = await call<{ id: string; reference: string }>(shipper, 'POST', '/loads', {
    equipment: 'DRY_VAN',
    mode: 'FULL',
    cargo: { weightKilograms: 9000 },
    commodity: 'Paper',
    stops: [
      {
        kind: 'PICKUP',
        placeId: places[0]!.items[0]!.id,
        windowStart: local('America/Chicago', 31),
        windowEnd: local('America/Chicago', 36),
      },
      {
        kind: 'DELIVERY',
        placeId: places[1]!.items[0]!.id,
        windowStart: local('America/Indiana/Indianapolis', 33),
        windowEnd: local('America/Indiana/Indianapolis', 44),
      },
    ],
    price: { amount: '1200.00', currency: 'USD' },
  });
  await call(shipper, 'POST', '/wallet/top-ups', { amount: { amount: '300.00', currency: 'USD' } });

  await test.step('the shipper reads before offering what lacks, and offers all the same', async () => {
    await shipper.goto(`/loads/${load.id}`);
    await shipper.getByRole('button', { name: 'Offer it' }).first().click();
    const dialog = shipper.getByRole('dialog');
    await expect(
      dialog.getByText('Your wallet has USD 300.00, this needs USD 1,200.00: add USD 900.00.'),
    ).toBeVisible();
    await accessible(shipper, 'an offer that the wallet does not cover');
    await picture(shipper, 'who-lacks');
    await dialog.getByRole('button', { name: 'Send the offer' }).click();
    await expect(shipper.getByText('The offer is sent.')).toBeVisible();
  });

  const carrier = await signedIn(browser, seeded.carrier, phone);
  const offer = carrier.locator('[data-offer="OPEN"]').filter({ hasText: load.reference });
  await test.step('the carrier reads whose money lacks, and no amount of it', async () => {
    await carrier.goto('/offers');
    await offer.getByRole('button', { name: 'Accept', exact: true }).click();
    await carrier.getByRole('dialog').getByRole('button', { name: 'Accept and book' }).click();
    const refusal = carrier.getByRole('dialog').getByRole('alert');
    await expect(refusal.getByText(/^The buyer's wallet does not cover the price\./)).toBeVisible();
    await expect(refusal).not.toContainText('300');
    await carrier.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await expect(offer.getByText(/the shipper’s wallet did not cover the price/)).toBeVisible();
    await fits(carrier, 'an offer without money');
    await accessible(carrier, 'an offer without money');
    await picture(carrier, 'who-unfunded-phone');
  });

  await test.step('the shipper has it among what waits, and adds the money', async () => {
    await shipper.goto('/');
    await expect(
      shipper.getByText(
        `Lakeside Haulage wanted to accept your offer on load ${load.reference}: your wallet is USD 900.00 short`,
      ),
    ).toBeVisible();
    await picture(shipper, 'who-home');
    await shipper.getByRole('link', { name: 'Add money' }).click();
    await shipper.getByRole('main').getByRole('button', { name: 'Top up' }).click();
    await shipper.getByRole('dialog').getByLabel('Amount').fill('900');
    await shipper.getByRole('dialog').getByRole('button', { name: 'Top up' }).click();
    await shipper.getByRole('link', { name: 'Home' }).first().click();
    await expect(shipper.getByText(/wanted to accept your offer/)).toBeHidden();
  });

  await test.step('the carrier tries again', async () => {
    await carrier.reload();
    await expect(offer.getByText('The shipper’s wallet covers the price now.')).toBeVisible();
    await offer.getByRole('button', { name: 'Try again' }).click();
    await carrier.getByRole('dialog').getByRole('button', { name: 'Accept and book' }).click();
    await expect(carrier.getByText(/^Booked: B-/)).toBeVisible();
  });
  for (const page of [shipper, carrier]) await page.context().close();
});
