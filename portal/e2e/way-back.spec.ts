import { expect, test, type Page } from '@playwright/test';
import {
  accessible,
  desktop,
  fits,
  password,
  person,
  phone,
  picture,
  register,
  turnOnCodes,
} from './support';

interface Mail {
  kind: string;
  text: string;
}

/** The newest mail to the address, once it is of this kind. */
async function mail(page: Page, address: string, kind: string): Promise<string> {
  const asked = `/api/dev/mails?to=${encodeURIComponent(address)}&limit=1`;
  let last: Mail | undefined;
  await expect
    .poll(async () => {
      last = ((await (await page.request.get(asked)).json()) as { items: Mail[] }).items[0];
      return last?.kind;
    })
    .toBe(kind);
  return last!.text;
}

/** The page and its token. */
function linked(text: string): string {
  const { pathname, hash } = new URL(/https?:\/\/\S+/.exec(text)![0]);
  return pathname + hash;
}

async function withPassword(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'One more step' })).toBeVisible();
}

test('who lost everything begins the way back, and who is signed in stops it with one press', async ({
  browser,
}) => {
  const home = await person(browser, desktop);
  const email = await register(home, 'Shipper', 'Lost & Found', 'Lou Lost');
  await home.goto('/security');
  await turnOnCodes(home);

  const elsewhere = await person(browser, phone);
  await withPassword(elsewhere, email);
  await elsewhere.getByRole('link', { name: 'I have none of these any more' }).click();
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Everything is lost' })).toBeVisible();
  await accessible(elsewhere, 'everything is lost');
  await fits(elsewhere, 'everything is lost');
  await elsewhere.getByLabel('E-mail address').fill(email);
  await elsewhere.getByRole('button', { name: 'Send the mail' }).click();
  await expect(elsewhere.getByText(`A mail is on its way to ${email}`)).toBeVisible();
  await elsewhere.goto(linked(await mail(elsewhere, email, 'identity/way-back-asked')));
  await accessible(elsewhere, 'begin the way back');
  await elsewhere.getByRole('button', { name: 'Begin' }).click();
  await expect(elsewhere.getByText('A mail with the last link comes at')).toBeVisible();

  await home.goto('/');
  const banner = home.getByRole('region', { name: 'Somebody is coming back into this account' });
  await expect(banner).toBeVisible();
  await accessible(home, 'somebody comes back');
  await banner.getByRole('button', { name: 'Stop it' }).click();
  await expect(banner).toBeHidden();
  await mail(home, email, 'identity/way-back-stopped');

  await elsewhere.goto('/way-back/finish#over');
  await accessible(elsewhere, 'the end of the way back');
  await fits(elsewhere, 'the end of the way back');
  await elsewhere.getByLabel('New password').fill('quite another sentence');
  await elsewhere.getByRole('button', { name: 'Set the password' }).click();
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'This link is over' })).toBeVisible();
  await elsewhere.goto('/way-back/stop#over');
  await elsewhere.getByRole('button', { name: 'Stop it' }).click();
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'This link is over' })).toBeVisible();
  await expect(elsewhere.getByText('Nothing is left to stop')).toBeVisible();
  await fits(elsewhere, 'nothing is left to stop');
  await elsewhere.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Forgotten password' })).toBeVisible();
  await elsewhere.goto('/invite#over');
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'This invitation is over' })).toBeVisible();
  await accessible(elsewhere, 'an invitation that is over');
  await elsewhere.getByRole('link', { name: 'Sign in' }).click();
  await expect(elsewhere).toHaveURL(/sign-in/);
});

test('where the organisation takes it, a code by mail finishes signing in', async ({ browser }) => {
  const page = await person(browser, desktop);
  const email = await register(page, 'Shipper', 'Mail & Co', 'Mia Mail');
  await page.goto('/organisation');
  await page.getByRole('button', { name: 'Take codes by mail' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take codes by mail' }).click();
  await expect(page.getByText('A code by mail is a second factor, too')).toBeVisible();
  await page.goto('/security');
  const byMail = page.getByRole('region', { name: 'Codes by mail' });
  await byMail.getByRole('button', { name: 'Turn on' }).click();
  await expect(byMail.getByRole('button', { name: 'Turn off' })).toBeVisible();
  await accessible(page, 'codes by mail');

  const elsewhere = await person(browser, phone);
  await withPassword(elsewhere, email);
  await elsewhere.getByRole('button', { name: 'Send me a code' }).click();
  await expect(elsewhere.getByText('A code is on its way')).toBeVisible();
  await accessible(elsewhere, 'a code by mail');
  await fits(elsewhere, 'a code by mail');
  const code = /\b\d{6}\b/.exec(await mail(elsewhere, email, 'factors/sign-in-code'))![0];
  await elsewhere.getByLabel('Code from the mail').fill(code);
  await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Good to see you, Mia Mail' })).toBeVisible();
});

test('where the organisation takes it, a code by SMS finishes signing in and proves anew', async ({
  browser,
}) => {
  const number = `+120655501${String(Date.now() % 100).padStart(2, '0')}`;
  async function code(page: Page, kind: string): Promise<string> {
    return /\b\d{6}\b/.exec(await mail(page, number, kind))![0];
  }
  const page = await person(browser, desktop);
  const email = await register(page, 'Shipper', 'Text & Co', 'Tia Text');
  await page.goto('/organisation');
  await page.getByRole('button', { name: 'Take codes by SMS' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take codes by SMS' }).click();
  await expect(page.getByText('A code by SMS is a second factor, too')).toBeVisible();
  await accessible(page, 'the policy of signing in');
  await page.goto('/security');
  await page.getByRole('link', { name: 'Confirm a telephone number' }).click();
  await page.getByLabel('Mobile number').fill(number);
  await page.getByRole('button', { name: 'Send a code' }).click();
  const confirming = await mail(page, number, 'identity/phone-code');
  await page.getByRole('textbox', { name: 'Code' }).fill(confirming.slice(0, 6));
  await page.getByRole('button', { name: 'Confirm the number' }).click();
  await expect(page.getByText('Your confirmed number is')).toBeVisible();

  const elsewhere = await person(browser, phone);
  await elsewhere.goto('/sign-in');
  await elsewhere.getByLabel('E-mail address').fill(email);
  await elsewhere.getByLabel('Password').fill(password);
  await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(elsewhere.getByRole('heading', { level: 1, name: /Tia Text/ })).toBeVisible();

  await page.goto('/security');
  const bySms = page.getByRole('region', { name: 'Codes by SMS' });
  await bySms.getByRole('button', { name: 'Turn on' }).click();
  await expect(bySms.getByRole('button', { name: 'Turn off' })).toBeVisible();
  await accessible(page, 'codes by SMS');
  await picture(page, 'codes-by-sms');

  const third = await person(browser, phone);
  await withPassword(third, email);
  await third.getByRole('button', { name: 'Send me a code' }).click();
  await expect(third.getByText('A code is on its way to your confirmed number')).toBeVisible();
  await accessible(third, 'a code by SMS');
  await fits(third, 'a code by SMS');
  await third.getByLabel('Code from the SMS').fill(await code(third, 'factors/sign-in-code'));
  await third.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(third.getByRole('heading', { level: 1, name: /Tia Text/ })).toBeVisible();

  // signed in before by the password alone, which proves nothing any more
  await elsewhere.goto('/security');
  await elsewhere
    .getByRole('region', { name: 'Codes by SMS' })
    .getByRole('button', { name: 'Turn off' })
    .click();
  await elsewhere.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click();
  const proof = elsewhere.getByRole('dialog', { name: 'Is it you?' });
  const sent = proof.getByText('A code is on its way to your confirmed number');
  // one to sign in went a moment ago, so the next takes half a minute
  await expect(async () => {
    if (!(await sent.isVisible()))
      await proof.getByRole('button', { name: 'Send me a code' }).click({ timeout: 5000 });
    await expect(sent).toBeVisible({ timeout: 5000 });
  }).toPass();
  await fits(elsewhere, 'a proof by SMS');
  await picture(elsewhere, 'proof-by-sms-phone');
  await proof.getByLabel('Code from the SMS').fill(await code(elsewhere, 'factors/prove-code'));
  await proof.getByRole('button', { name: 'Continue' }).click();
  await expect(
    elsewhere.getByRole('region', { name: 'Codes by SMS' }).getByRole('button', { name: 'Turn on' }),
  ).toBeVisible();
});
