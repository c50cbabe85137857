import { expect, test } from '@playwright/test';
import { accessible, desktop, unique } from './support';
import { signedIn, world } from './world';

test('on the way another truck takes over, and who drove what stays known', async ({ browser }) => {
  const seeded = await world();
  const page = await signedIn(browser, seeded.carrier, desktop);
  await page.goto(`/bookings/${seeded.underWay}`);
  await page.getByRole('link', { name: /^T-/ }).click();
  await page.getByRole('button', { name: 'Change driver or vehicle' }).click();
  const dialog = page.getByRole('dialog');
  await accessible(page, 'the change of driver or vehicle');
  await dialog.getByRole('button', { name: 'Let them take over' }).click();
  await expect(dialog.getByText('They do this trip already.')).toBeVisible();
  await dialog.getByLabel('Vehicle').selectOption({ label: 'Truck 12 (IL 70 9912)' });
  await dialog.getByRole('button', { name: 'Let them take over' }).click();
  await expect(page.getByText('The trip has changed hands.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: /Since/ })).toContainText('Truck 12');
  await accessible(page, 'a trip that changed hands');
  await page.goto(`/bookings/${seeded.underWay}`);
  await expect(page.getByText('Another driver or vehicle took over')).toBeVisible();
  await page.context().close();
});

test('before loading a booking is cancelled with a reason, its load is open again, and the load is cancelled too', async ({
  browser,
}) => {
  const seeded = await world();
  const page = await signedIn(browser, seeded.shipper, desktop);
  await page.goto(`/bookings/${seeded.underWay}`);
  await page.getByRole('button', { name: 'Cancel booking' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Cancel booking' }).click();
  await expect(dialog.getByText('Enter: Reason.').first()).toBeVisible();
  await accessible(page, 'a cancellation without a reason');
  await dialog.getByLabel('Reason').fill('The goods are not ready');
  await dialog.getByRole('button', { name: 'Cancel booking' }).click();
  await expect(page.locator('[data-status="CANCELLED"]')).toBeVisible();
  await expect(page.getByText('Cancelled: The goods are not ready')).toBeVisible();

  const load = page.getByRole('definition').getByRole('link', { name: /^L-/ });
  await load.click();
  await expect(page.getByRole('heading', { name: /^Load L-/ })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel load' }).click();
  await dialog.getByLabel('Reason').fill('No longer needed');
  await dialog.getByRole('button', { name: 'Cancel load' }).click();
  await expect(page.getByText(/^Load L-\w+ is cancelled\.$/)).toBeVisible();

  await page.getByRole('link', { name: 'Wallet' }).click();
  await expect(page.getByText('Back from escrow').first()).toBeVisible();
  await page.context().close();
});

test('an invitation is listed, and withdrawn before its link is used', async ({ browser }) => {
  const seeded = await world();
  const page = await signedIn(browser, seeded.carrier, desktop);
  await page.goto('/members');
  const email = unique('mistaken');
  await page.getByRole('button', { name: 'Invite a member' }).click();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('checkbox', { name: /^Office/ }).check();
  await page.getByRole('button', { name: 'Make the invitation link' }).click();
  await page.getByRole('button', { name: 'Close' }).last().click();
  const row = page.getByRole('table', { name: 'Open invitations' }).getByRole('row', { name: email });
  await row.getByRole('button', { name: 'Withdraw' }).click();
  await accessible(page, 'the withdrawal of an invitation');
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(row).toBeHidden();
  await page.context().close();
});
