import { expect, test } from '@playwright/test';
import { accessible, desktop, fits, person, phone, picture, settled } from './support';
import { signedIn, world, type World } from './world';

/* One side cancels: the other hears of it at once, on whichever screen, and it stays until they say that they have seen it. */

let seeded: World;
test.beforeAll(async () => {
  seeded = await world();
});

test('who cancels is heard at once, it waits until it is acknowledged, and its mails can be stopped by one', async ({
  browser,
}) => {
  const carrier = await signedIn(browser, seeded.carrier, { ...phone, colorScheme: 'light' });
  await carrier.goto('/');
  await expect(carrier.locator('[data-live="live"]')).toBeVisible();
  const bell = carrier.getByRole('link', { name: /^Inbox/ });
  const unread = async () => Number((await bell.getAttribute('aria-label'))?.match(/\d+/)?.[0] ?? 0);
  await expect(bell).toBeVisible();
  await expect.poll(unread).toBeGreaterThan(0);
  const before = await unread();

  const shipper = await signedIn(browser, seeded.shipper, desktop);
  await shipper.goto(`/bookings/${seeded.underWay}`);
  await shipper.getByRole('button', { name: 'Cancel booking' }).click();
  const dialog = shipper.getByRole('dialog');
  await dialog.getByRole('textbox').fill('The dock is flooded');
  await dialog.getByRole('button', { name: 'Cancel booking' }).click();
  await expect(shipper.locator('[data-status="CANCELLED"]')).toBeVisible();

  const concerns = carrier.getByRole('region', { name: 'This concerns you' });
  const concern = concerns.getByRole('listitem').filter({ hasText: 'The dock is flooded' });
  await expect(concern).toContainText('Prairie Foods');
  await expect(concern).toContainText('agreed with you are not paid');
  await expect.poll(unread).toBe(before + 1);
  await settled(carrier);
  await fits(carrier, 'home with a concern');
  await accessible(carrier, 'home with a concern');
  await picture(carrier, 'notices-home-phone-light');

  await carrier.reload();
  await expect(concern).toBeVisible();
  await concern.getByRole('button', { name: /^OK/ }).click();
  await expect(concern).toHaveCount(0);
  await expect.poll(unread).toBe(before);
  await carrier.reload();
  await expect(bell).toBeVisible();
  await expect(carrier.getByRole('heading', { level: 1 })).toBeVisible();
  await settled(carrier);
  await expect(concern).toHaveCount(0);

  await bell.click();
  await expect(carrier.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
  const row = carrier.getByRole('listitem').filter({ hasText: 'The dock is flooded' });
  await expect(row).toContainText('acknowledged');
  await settled(carrier);
  await fits(carrier, 'inbox');
  await accessible(carrier, 'inbox');
  await picture(carrier, 'notices-inbox-phone-light');
  await carrier.getByRole('button', { name: 'Mark all as read' }).click();
  await expect.poll(unread).toBe(0);
  await carrier.getByLabel('Read or not').selectOption('true');
  await expect(carrier.getByText('No notice fits these filters.')).toBeVisible();

  const kept = await carrier.request.get(
    `/api/dev/mails?to=${encodeURIComponent(seeded.carrier.email)}&limit=50`,
  );
  const mails = ((await kept.json()) as { items: { kind: string; text: string }[] }).items;
  const mail = mails.find((each) => each.kind === 'bookings/booking-cancelled')!;
  expect(mail.text).toContain('The dock is flooded');
  const link = new URL(/https?:\S+\/unsubscribe#\S+/.exec(mail.text)![0]);
  const reader = await person(browser, { ...desktop, colorScheme: 'dark' });
  await reader.goto(link.pathname + link.hash);
  await expect(reader.getByText('The other side cancelled a booking')).toBeVisible();
  await accessible(reader, 'the page that stops mails');
  await picture(reader, 'notices-unsubscribe-desktop-dark');
  await reader.getByRole('button', { name: 'Stop these mails' }).click();
  await expect(reader.getByText('You get no more mails of this kind')).toBeVisible();

  await carrier.goto('/profile');
  const choice = carrier.getByRole('checkbox', { name: 'By mail: The other side cancelled a booking' });
  await expect(choice).not.toBeChecked();
  await expect(
    carrier.getByRole('checkbox', { name: 'By mail: The escrow was released without my word' }),
  ).toBeDisabled();
  await fits(carrier, 'choice of mails');
  await accessible(carrier, 'choice of mails');
  const answered = carrier.waitForResponse(
    (response) =>
      response.url().endsWith('/notifications/preferences') && response.request().method() === 'PUT',
  );
  await choice.check();
  await answered;
  await carrier.reload();
  await expect(choice).toBeChecked();
  await picture(carrier, 'notices-profile-phone-light');
});
