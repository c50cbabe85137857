import { expect, test } from '@playwright/test';
import { accessible, api, desktop, fits, phone, picture, register, person, settled } from './support';
import { signedIn } from './world';

const admin = () => ({
  email: process.env.LANERUNNER_ADMIN_EMAIL!,
  password: process.env.LANERUNNER_ADMIN_PASSWORD!,
});

test('who asks too much is told in a plain sentence how long to wait', async ({ browser }) => {
  const page = await person(browser, desktop);
  await register(page, 'Shipper', 'Patient Freight', 'Ida Patient');
  await page.goto('/audit');
  await settled(page);
  const { token, request } = await api(page);
  const exported = () =>
    request.get('/api/audit/export', { headers: { Authorization: `Bearer ${token}`, Accept: 'text/csv' } });
  // More at once than anybody may have in a minute; one after another would be no more than that on a slow machine.
  const burst = () => Promise.all(Array.from({ length: 80 }, exported));
  const answers = await burst();
  const answer = answers.find((one) => one.status() === 429)!;
  expect(answers.map((one) => one.status())).toContain(429);
  expect(answer.headers()['retry-after']).toMatch(/^\d+$/);
  expect(answer.headers()['ratelimit-policy']).toMatch(/^"actor";q=\d+;w=60$/);
  expect(answer.headers()['ratelimit']).toMatch(/^"actor";r=0;t=\d+$/);

  const alert = page.getByRole('alert');
  await expect(async () => {
    // again, since on a slow machine the minute of the burst before may be over
    await burst();
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    await expect(alert).toContainText('That was more than is answered in a minute.', { timeout: 2000 });
  }).toPass();
  await expect(alert).toContainText(/Try again in (one second|\d+ seconds)\./);
  await fits(page, 'too many');
  await accessible(page, 'too many');
  await picture(page, 'too-many-1280');
  await expect(alert).toContainText('You can try again now.');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  expect((await saved).suggestedFilename()).toBe('audit.csv');
  await expect(alert).toHaveCount(0);
});

test('an administrator shuts a network out, lets one in, and lifts rates for a load test', async ({
  browser,
}) => {
  test.skip(!process.env.LANERUNNER_ADMIN_EMAIL, 'nobody administers this server');
  const page = await signedIn(browser, admin(), { ...phone, colorScheme: 'dark' });
  await page.goto('/admin/gate');
  const { token: own } = await api(page);
  const as = { headers: { Authorization: `Bearer ${own}` } };
  const rules = `${process.env.LANERUNNER_URL}/api/admin/network-rules`;
  const before = (await (await page.request.get(`${rules}?limit=100`, as)).json()) as {
    items: { id: string; network: string }[];
  };
  for (const old of before.items.filter((rule) => rule.network.startsWith('198.51.100.')))
    await page.request.delete(`${rules}/${old.id}`, as);
  await page.getByRole('button', { name: 'Add a network' }).click();
  const rule = page.getByRole('form', { name: 'Add a network' });
  await rule.getByLabel('Network').fill('somewhere');
  await rule.getByLabel('Reason').fill('They only try passwords');
  await rule.getByRole('button', { name: 'Add a network' }).click();
  await expect(page.getByRole('alert')).toContainText('Write an IPv4 address or network');
  await rule.getByLabel('Network').fill('198.51.100.0/24');
  await rule.getByLabel('Until').selectOption({ label: 'One hour' });
  await rule.getByRole('button', { name: 'Add a network' }).click();
  await expect(page.getByText('198.51.100.0/24').filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByText('Denied').filter({ visible: true }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Make a token' }).click();
  const make = page.getByRole('form', { name: 'Make a token' });
  await make.getByLabel('Reason').fill('Load test of the week');
  await make.getByLabel('Reading').check();
  await make.getByRole('button', { name: 'Make a token' }).click();
  const token = await page.getByLabel('Token', { exact: true }).inputValue();
  expect(token).toMatch(/^lrb_[A-Za-z0-9_-]{43}$/);
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(page.getByText('Load test of the week').filter({ visible: true }).first()).toBeVisible();
  await settled(page);
  await fits(page, 'gate');
  await accessible(page, 'gate');
  await picture(page, 'gate-390');
  expect(await page.content()).not.toContain(token);

  await page.getByRole('button', { name: 'Revoke' }).filter({ visible: true }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('Revoked').filter({ visible: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Remove' }).filter({ visible: true }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('198.51.100.0/24')).toHaveCount(0);
});
