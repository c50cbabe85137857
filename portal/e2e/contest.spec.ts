import { expect, test } from '@playwright/test';
import { accessible, call, desktop, fits, phone, picture, settled } from './support';
import { signedIn, world } from './world';

const admin = () => ({
  email: process.env.LANERUNNER_ADMIN_EMAIL!,
  password: process.env.LANERUNNER_ADMIN_PASSWORD!,
});

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const photo = (name: string) => ({ name, mimeType: 'image/png', buffer: onePixel });

test('a delivery is contested with a photo, answered on Home, and an administrator gives the money back', async ({
  browser,
}) => {
  test.skip(!process.env.LANERUNNER_ADMIN_EMAIL, 'nobody administers this server');
  test.setTimeout(600_000);
  const { shipper: sam, carrier: cora, delivered } = await world();
  const shipper = await signedIn(browser, sam, desktop);
  const carrier = await signedIn(browser, cora, { ...phone, colorScheme: 'dark' });
  const { reference } = await call<{ reference: string }>(shipper, 'GET', `/bookings/${delivered}`);

  await test.step('the shipper is told what happens by itself, and contests', async () => {
    await shipper.goto('/');
    const task = shipper.getByRole('listitem').filter({ hasText: reference });
    await expect(task).toContainText(
      /The money goes to Lakeside Haulage by itself on .*\(in (2 d 23 h|3 d 0 h)\)/,
    );
    await task.getByRole('link').click();
    await expect(shipper.getByText(/contest it before that/)).toBeVisible();
    await shipper.getByRole('button', { name: 'Accept the proof' }).click();
    await expect(
      shipper.getByRole('dialog').getByText(/Without your word it goes to Lakeside Haulage by itself on/),
    ).toBeVisible();
    await shipper.keyboard.press('Escape');
    await shipper.getByRole('button', { name: 'Contest the delivery' }).click();
    const dialog = shipper.getByRole('dialog', { name: 'Contest the delivery' });
    await dialog.getByRole('button', { name: 'Contest it' }).click();
    await expect(dialog.getByRole('alert')).toBeFocused();
    await dialog.getByLabel('What is wrong?').selectOption({ label: 'Damaged' });
    await dialog.getByLabel('In your words').fill('Two of the pallets arrived wet through.');
    await dialog.getByLabel('Photos or papers').setInputFiles([photo('wet.png'), photo('label.png')]);
    await dialog.getByRole('button', { name: 'Remove label.png' }).click();
    await accessible(shipper, 'the form to contest');
    await picture(shipper, 'contest-form');
    await dialog.getByRole('button', { name: 'Contest it' }).click();
    await expect(shipper.locator('[data-status="CONTESTED"]')).toBeVisible();
    const panel = shipper.getByRole('region', { name: 'Contested delivery' });
    await expect(
      panel.getByText(/Lakeside Haulage has time to answer until .*in (2 d 23 h|3 d 0 h)/),
    ).toBeVisible();
    await expect(panel.getByRole('img', { name: /wet/ })).toBeVisible();
    await expect(shipper.getByRole('button', { name: 'Accept the proof' })).toHaveCount(0);
    await settled(shipper);
    await picture(shipper, 'contest-buyer-1280');
    await shipper.goto('/');
    await expect(
      shipper
        .getByRole('list', { name: 'Under way' })
        .getByRole('listitem')
        .filter({ hasText: 'waiting for Lakeside Haulage’s answer' }),
    ).toContainText(reference);
  });

  await test.step('the carrier finds it on Home and answers from the phone', async () => {
    await carrier.goto('/');
    const name = carrier.getByRole('banner').getByText('Lakeside Haulage');
    const seen = (at: Element) => (at.textContent!.length * at.clientWidth) / at.scrollWidth;
    expect(await name.evaluate(seen), 'letters of the name').toBeGreaterThanOrEqual(12);
    const task = carrier
      .getByRole('listitem')
      .filter({ hasText: `contests the delivery of booking ${reference}` });
    await expect(task).toContainText(/Answer by .*in (2 d 23 h|3 d 0 h)/);
    await accessible(carrier, 'home with a contest');
    await picture(carrier, 'contest-home-390');
    await task.getByRole('link', { name: 'Answer' }).click();
    const panel = carrier.getByRole('region', { name: 'Contested delivery' });
    await expect(panel.getByText('Two of the pallets arrived wet through.')).toBeVisible();
    await settled(carrier);
    await fits(carrier, 'the contest of a booking');
    await accessible(carrier, 'the contest of a booking');
    await picture(carrier, 'contest-seller-390');
    await carrier.emulateMedia({ colorScheme: 'light' });
    await accessible(carrier, 'the contest of a booking, light');
    await picture(carrier, 'contest-seller-390-light');
    await carrier.emulateMedia({ colorScheme: 'dark' });
    await panel.getByRole('button', { name: 'Answer' }).click();
    const dialog = carrier.getByRole('dialog');
    await dialog.getByLabel('In your words').fill('They were dry when they were unloaded.');
    await dialog.getByLabel('Photos or papers').setInputFiles(photo('dry.png'));
    await fits(carrier, 'the form to answer');
    await picture(carrier, 'contest-answer-390');
    await dialog.getByRole('button', { name: 'Send the answer' }).click();
    await expect(panel.getByText('Waiting for a decision')).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Answer' })).toHaveCount(0);
    await expect(panel.getByText(/An administrator decides: looks at what both sides say/)).toBeVisible();
  });

  await test.step('an administrator looks at both and refunds', async () => {
    const page = await signedIn(browser, admin(), desktop);
    await page.goto('/');
    await page.getByRole('link', { name: 'Decide', exact: true }).click();
    await page.goto('/admin/contests');
    await settled(page);
    await accessible(page, 'the contested bookings');
    await picture(page, 'contest-queue-1280');
    await page.getByRole('link', { name: reference }).click();
    await expect(page.getByText('They were dry when they were unloaded.')).toBeVisible();
    await expect(page.getByRole('img', { name: /wet/ })).toBeVisible();
    await expect(page.getByRole('img', { name: /dry/ })).toBeVisible();
    await expect(page.getByText('Priya Raman')).toBeVisible();
    await expect(page.getByText('Contest answered')).toBeVisible();
    const delivery = page.getByRole('region', { name: 'Agreement' }).getByRole('listitem').last();
    await expect(delivery).toContainText(/Arrived.*(early|In time|late).*By hand.*Departed/s);
    await expect(page.getByRole('list', { name: 'Timeline' })).toContainText('By hand');
    await settled(page);
    await accessible(page, 'a case');
    await picture(page, 'contest-case-1280');
    await page.emulateMedia({ colorScheme: 'dark' });
    await accessible(page, 'a case, dark');
    await picture(page, 'contest-case-1280-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 390, height: 844 });
    await fits(page, 'a case');
    await picture(page, 'contest-case-390');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('button', { name: 'Pay it back' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason, for both sides to read').fill('The photos show it.');
    await picture(page, 'contest-decide-1280');
    await dialog.getByRole('button', { name: 'Pay it back' }).click();
    await expect(page.getByText('Paid back').first()).toBeVisible();
    await page.context().close();
  });

  await test.step('both see how it ended, and the wallet has the money', async () => {
    await expect(carrier.getByText(/An administrator decided for Prairie Foods/)).toBeVisible();
    await expect(carrier.getByText('Reason: The photos show it.')).toBeVisible();
    await shipper.goto(`/bookings/${delivered}`);
    await expect(shipper.locator('[data-status="REFUNDED"]')).toBeVisible();
    await expect(shipper.getByText('Reason: The photos show it.')).toBeVisible();
    await settled(shipper);
    await picture(shipper, 'contest-refunded-1280');
    await shipper.goto('/wallet');
    // of 50,000.00, one booking of 1,200.00 is under way still
    await expect(shipper.getByText('USD 48,800.00').first()).toBeVisible();
  });
  for (const page of [shipper, carrier]) await page.context().close();
});
