import { expect, test } from '@playwright/test';
import { accessible, desktop, fits, password, person, phone, register, turnOnCodes, unique } from './support';

test('an owner makes a role, asks for a second factor, hands over, and removes a member whose tab stops', async ({
  browser,
}) => {
  const owner = await person(browser, desktop);
  await register(owner, 'Carrier', 'Night Haulage', 'Olga Owner');
  await owner.getByRole('link', { name: 'Organisation', exact: true }).click();
  await owner.getByRole('button', { name: 'Make a role' }).click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make a role' }).click();
  await expect(dialog.getByText('Enter: Name of the role.').first()).toBeVisible();
  await dialog.getByLabel('Name of the role').fill('Night dispatcher');
  await dialog.getByRole('checkbox', { name: 'See trips' }).check();
  await dialog.getByRole('checkbox', { name: 'Send vehicles on their way' }).check();
  await dialog.getByRole('checkbox', { name: 'See bookings' }).check();
  await dialog.getByLabel('How far: See bookings').selectOption('Own trips only');
  await accessible(owner, 'the editor of a role');
  await dialog.getByRole('button', { name: 'Make a role' }).click();
  const row = owner.getByRole('table', { name: 'Roles' }).getByRole('row', { name: /Night dispatcher/ });
  await expect(row).toContainText('4 permissions');
  await row.getByText('4 permissions').click();
  await expect(row).toContainText('See bookings (own trips only)');

  await owner.getByRole('button', { name: 'Require a second factor' }).click();
  await dialog.getByRole('button', { name: 'Require a second factor' }).click();
  // Who asks it of others has one.
  await expect(dialog.getByText('Set up an app or a passkey of your own first').first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(owner.getByText('A password is enough')).toBeVisible();

  await owner.getByRole('link', { name: 'Members' }).click();
  const email = unique('nadia');
  await owner.getByRole('button', { name: 'Invite a member' }).click();
  await dialog.getByLabel('E-mail address').fill(email);
  await dialog.getByRole('checkbox', { name: 'Night dispatcher' }).check();
  await dialog.getByRole('button', { name: 'Make the invitation link' }).click();
  const link = await dialog.getByLabel('Invitation link').inputValue();
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  const member = await person(browser, phone);
  await member.goto(link);
  await expect(member.getByText(/Night dispatcher/)).toBeVisible();
  await member.getByLabel('Your name').fill('Nadia Night');
  await member.getByLabel('Password').fill(password);
  await member.getByRole('button', { name: 'Join' }).click();
  await expect(member.getByRole('heading', { level: 1 })).toBeVisible();

  await owner.goto('/security');
  await turnOnCodes(owner);
  await owner.goto('/organisation');
  await owner.getByRole('button', { name: 'Require a second factor' }).click();
  await dialog.getByRole('button', { name: 'Require a second factor' }).click();
  await expect(owner.getByText('Whoever signs in for the organisation needs a second factor')).toBeVisible();

  await member.goto('/bookings');
  await expect(member.getByText('A second factor is needed here. Set one up to go on.')).toBeVisible();
  await expect(member).toHaveURL(/\/security$/);
  await accessible(member, 'being asked for a second factor');
  await turnOnCodes(member);
  await expect(member.getByText('A second factor is needed here.')).toBeHidden();
  await member.goto('/bookings');
  await expect(member.getByRole('heading', { level: 1, name: 'Bookings' })).toBeVisible();

  await owner.getByRole('button', { name: 'Hand over the ownership' }).click();
  await dialog.getByLabel('New owner').selectOption({ label: `Nadia Night (${email})` });
  await accessible(owner, 'handing over');
  await dialog.getByRole('button', { name: 'Offer the ownership' }).click();
  await expect(owner.getByText('Olga Owner has offered the ownership to Nadia Night.')).toBeVisible();

  await member.goto('/organisation');
  await member.getByRole('button', { name: 'Take on the ownership' }).click();
  await member.getByRole('dialog').getByRole('button', { name: 'Take on the ownership' }).click();
  await expect(member.getByText('The ownership is not being handed over.')).toBeVisible();
  await expect(member.getByRole('button', { name: 'Hand over the ownership' })).toBeVisible();
  await fits(member, 'the organisation on a phone');
  await accessible(member, 'the organisation on a phone');

  await owner.goto('/trips');
  await expect(owner.locator('[data-fresh="live"]')).toBeVisible();
  await member.goto('/members');
  const olga = member
    .getByRole('list', { name: 'Members' })
    .getByRole('listitem')
    .filter({ hasText: 'Olga' });
  await olga.getByRole('button', { name: 'Remove' }).click();
  await member.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(olga).toBeHidden();
  await expect(owner.getByText('Your session is over')).toBeVisible({ timeout: 2000 });
  await expect(owner.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await accessible(owner, 'signing in after the end');
  await owner.context().close();
  await member.context().close();
});
