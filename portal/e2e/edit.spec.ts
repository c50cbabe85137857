import { expect, test } from '@playwright/test';
import { accessible, call, desktop, fits, local, picture } from './support';
import { signedIn, world, type World } from './world';

let seeded: World;
test.beforeAll(async () => {
  seeded = await world();
});

test('two edit one load: the later sees both, keeps one field of each, and nobody is overwritten', async ({
  browser,
}) => {
  const one = await signedIn(browser, seeded.shipper, desktop);
  const two = await signedIn(browser, seeded.shipper, { viewport: { width: 390, height: 844 } });
  await one.goto('/');
  const [from, to] = await Promise.all(
    ['Chicago', 'Indianapolis'].map(
      async (q) => (await call<{ items: { id: string }[] }>(one, 'GET', `/places?q=${q}`)).items[0]!.id,
    ),
  );
  const { id } = await call<{ id: string }>(one, 'POST', '/loads', {
    equipment: 'DRY_VAN',
    mode: 'FULL',
    cargo: { weightKilograms: 9000 },
    commodity: 'Oats',
    notes: 'Ring the bell.',
    stops: [from, to].map((placeId, index) => ({
      kind: index ? 'DELIVERY' : 'PICKUP',
      placeId,
      windowStart: local('America/Chicago', 40 + index),
      windowEnd: local('America/Chicago', 60 + index),
    })),
    price: { amount: '900.00', currency: 'USD' },
  });
  for (const page of [one, two]) {
    await page.goto(`/loads/${id}/edit?step=2`);
    await expect(page.getByLabel('Commodity')).toHaveValue('Oats');
  }
  await two.getByLabel('Commodity').fill('Barley');
  await two.getByLabel('Notes').fill('Use dock 4.');

  await one.getByLabel('Commodity').fill('Rye');
  await one.getByRole('button', { name: 'Continue' }).click();
  await one.getByRole('textbox', { name: 'Price (USD)' }).fill('950');
  await one.getByRole('button', { name: 'Continue' }).click();
  await one.getByRole('button', { name: 'Save' }).click();
  await expect(one.getByRole('heading', { level: 1, name: /^Load L-/ })).toBeVisible();

  // The other's form says so at once, keeps what was typed, and outlives a reload.
  await expect(two.getByText('Changed meanwhile by you, elsewhere')).toBeVisible();
  await expect(two.getByLabel('Commodity')).toHaveValue('Barley');
  await two.reload();
  await expect(two.getByLabel('Commodity')).toHaveValue('Barley');
  await expect(two.getByText('Changed meanwhile by you, elsewhere')).toBeVisible();
  await two.goto(`/loads/${id}/edit?step=4`);
  await two.getByRole('button', { name: 'Save' }).click();

  const choice = two.getByRole('form', { name: /^Changed meanwhile/ });
  await expect(choice).toBeVisible();
  const commodity = choice.getByRole('group', { name: 'Commodity' });
  await expect(commodity.getByText('Barley')).toBeVisible();
  await expect(commodity.getByText('Rye')).toBeVisible();
  // Who alone changed a field is chosen already; where both did, somebody has to say.
  await expect(
    choice.getByRole('group', { name: 'Price' }).getByRole('radio', { name: /950/ }),
  ).toBeChecked();
  await expect(
    choice.getByRole('group', { name: 'Notes' }).getByRole('radio', { name: /dock 4/ }),
  ).toBeChecked();
  await choice.getByRole('button', { name: 'Save these' }).click();
  await expect(choice.getByText('Choose one of the two.')).toBeVisible();
  await accessible(two, 'both sides of a change');
  await fits(two, 'both sides of a change');
  await picture(two, 'edit-conflict-390');
  await commodity.getByRole('radio', { name: /Barley/ }).check();
  await choice.getByRole('button', { name: 'Save these' }).click();
  await expect(two.getByRole('heading', { level: 1, name: /^Load L-/ })).toBeVisible();
  const saved = await call<{ commodity: string; notes: string; price: { amount: string } }>(
    one,
    'GET',
    `/loads/${id}`,
  );
  expect(saved).toMatchObject({ commodity: 'Barley', notes: 'Use dock 4.', price: { amount: '950.00' } });
  await one.context().close();
  await two.context().close();
});

test('a vehicle’s form says quietly whose change came between', async ({ browser }) => {
  const one = await signedIn(browser, seeded.carrier, desktop);
  const two = await signedIn(browser, seeded.carrier, desktop);
  await one.goto('/');
  const { items } = await call<{ items: { id: string }[] }>(one, 'GET', '/vehicles');
  for (const page of [one, two]) {
    await page.goto(`/fleet/vehicles/${items[0]!.id}`);
    await expect(page.getByLabel('Registration plate')).not.toHaveValue('');
  }
  await two.getByLabel('Registration plate').fill('IL 2');
  await one.getByLabel('Vehicle’s name').fill('Renamed');
  await one.getByRole('button', { name: 'Save' }).click();
  await expect(two.getByText('Changed meanwhile by you, elsewhere')).toBeVisible();
  await picture(two, 'edit-meanwhile');
  await two.getByRole('button', { name: 'Compare now' }).click();
  await two.getByRole('button', { name: 'Go on with these' }).click();
  await expect(two.getByLabel('Registration plate')).toHaveValue('IL 2');
  await expect(two.getByLabel('Vehicle’s name')).toHaveValue('Renamed');
  await two.getByRole('button', { name: 'Save' }).click();
  await expect(two.getByRole('heading', { level: 1, name: 'Fleet' })).toBeVisible();
  await one.context().close();
  await two.context().close();
});
