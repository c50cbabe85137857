import { expect, test, type Page } from '@playwright/test';
import { accessible, desktop, fits, password, phone, picture, settled, unique } from './support';
import { signedIn } from './world';

/* What a person says of themselves: it follows them to another device, and a number is theirs once its code was shown. */

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function smsTo(page: Page, number: string): Promise<string> {
  const response = await page.request.get(`/api/dev/mails?to=${encodeURIComponent(number)}&limit=1`);
  expect(response.ok()).toBe(true);
  return ((await response.json()) as { items: { text: string }[] }).items[0]!.text;
}

test('a profile follows its person to another device', async ({ browser, request }) => {
  const email = unique('pia');
  await request.post(`${process.env.LANERUNNER_URL}/api/auth/register`, {
    data: {
      email,
      password,
      name: 'Pia Profile',
      organisation: { name: 'Profile Freight', kind: 'SHIPPER' },
    },
  });
  const page = await signedIn(browser, { email }, desktop);
  await page.goto('/profile');
  await page.getByRole('textbox', { name: 'Your name' }).fill('Pia Changed');
  await page.getByRole('button', { name: 'Save the name' }).click();
  await expect(page.getByRole('button', { name: 'Save the name' })).toBeDisabled();
  await page.getByLabel('Picture', { exact: true }).setInputFiles({
    name: 'me.png',
    mimeType: 'image/png',
    buffer: pixel,
  });
  await expect(page.getByRole('button', { name: 'Remove the picture' })).toBeVisible();
  await expect(page.locator('main img')).toBeVisible();
  await page.getByRole('radio', { name: /^Metric/ }).check();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await settled(page);
  await accessible(page, 'profile dark');
  await picture(page, 'profile-changed-desktop-dark');

  const other = await signedIn(browser, { email }, { ...phone, colorScheme: 'light' });
  await other.goto('/profile');
  await expect(other.getByRole('textbox', { name: 'Your name' })).toHaveValue('Pia Changed');
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(other.getByRole('radio', { name: /^Metric/ })).toBeChecked();
  await expect(other.getByLabel('Time zone')).toHaveValue('Asia/Tokyo');
  await other.getByRole('radio', { name: 'Light' }).check();
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'light');

  const number = `+1 205 555 01${String(Date.now() % 100).padStart(2, '0')}`;
  await other.getByLabel('Mobile number').fill(number);
  await other.getByRole('button', { name: 'Send a code' }).click();
  await expect(other.getByRole('textbox', { name: 'Code' })).toBeVisible();
  await other.getByRole('textbox', { name: 'Code' }).fill('00 00 0');
  const sent = await smsTo(other, number.replaceAll(' ', ''));
  await other.getByRole('textbox', { name: 'Code' }).fill(sent.slice(0, 6));
  await fits(other, 'profile code');
  await other.getByRole('button', { name: 'Confirm the number' }).click();
  await expect(other.getByText('Your confirmed number is +1 205-555-01')).toBeVisible();
  await settled(other);
  await fits(other, 'profile');
  await accessible(other, 'profile light');
  await picture(other, 'profile-phone-light');
  await other.getByRole('button', { name: 'Remove the number' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Remove the number' }).click();
  await expect(other.getByText('You have confirmed no number.')).toBeVisible();
});

test('an administrator sees what was sent to people', async ({ browser }) => {
  test.skip(!process.env.LANERUNNER_ADMIN_EMAIL, 'nobody administers this server');
  const admin = {
    email: process.env.LANERUNNER_ADMIN_EMAIL!,
    password: process.env.LANERUNNER_ADMIN_PASSWORD!,
  };
  const page = await signedIn(browser, admin, { ...phone, colorScheme: 'dark' });
  await page.goto('/admin/deliveries');
  await expect(page.getByRole('heading', { level: 1, name: 'Messages sent' })).toBeVisible();
  await settled(page);
  await fits(page, 'deliveries');
  await accessible(page, 'deliveries');
  await picture(page, 'deliveries-phone-dark');
  await page.getByLabel('State').selectOption('DEAD');
  await expect(page).toHaveURL(/state=DEAD/);
  await page.getByLabel('By').selectOption('SMS');
  await expect(page).toHaveURL(/state=DEAD.*channel=SMS/);
  await settled(page);
  await accessible(page, 'deliveries filtered');
});
