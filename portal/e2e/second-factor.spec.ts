import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { accessible, codeOf, desktop, fits, password, person, register } from './support';

/** Passkeys need a host name. */
const byName = { ...desktop, baseURL: process.env.LANERUNNER_URL!.replace('127.0.0.1', 'localhost') };

/** A device that keeps passkeys and has just verified who uses it. Only the one whose turn it is answers. */
async function device(cdp: CDPSession, transport: 'internal' | 'usb') {
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    answers: (enabled: boolean) =>
      cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }),
    lost: () => cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
  };
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account of Fay Factors' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
}

async function withPassword(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'One more step' })).toBeVisible();
}

const inside = (page: Page) => page.getByRole('button', { name: 'Account of Fay Factors' });

test('codes by an app, recovery codes and two passkeys; with the phone lost, a recovery code', async ({
  browser,
}) => {
  const page = await person(browser, byName);
  const email = await register(page, 'Shipper', 'Factors & Co', 'Fay Factors');
  await page.goto('/security');
  const panel = page.getByRole('region', { name: 'Second factor' });
  await panel.getByRole('button', { name: 'Turn on' }).click();
  const setup = page.getByRole('dialog', { name: 'Set up an authenticator app' });
  await expect(setup.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  await accessible(page, 'setting up an app');
  await setup.getByText('You can’t scan it?').click();
  const secret = (await setup.getByLabel('Secret for the app').innerText()).replace(/\s/g, '');
  await setup.getByLabel('Code', { exact: true }).fill('000000');
  await setup.getByRole('button', { name: 'Turn on' }).click();
  await expect(setup.getByRole('alert')).toContainText('not the code that the app shows now');
  await setup.getByLabel('Code', { exact: true }).fill(codeOf(secret));
  await setup.getByRole('button', { name: 'Turn on' }).click();

  const kept = page.getByRole('dialog', { name: 'Recovery codes' });
  await expect(kept.getByRole('listitem')).toHaveCount(10);
  const codes = await kept.getByRole('listitem').allInnerTexts();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    kept.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('lanerunner-recovery-codes.txt');
  await kept.getByRole('button', { name: 'I have kept them' }).click();
  await expect(panel.getByText('10 are left.')).toBeVisible();

  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const laptop = await device(cdp, 'internal');
  await addPasskey(page, 'Laptop');
  await laptop.answers(false);
  const key = await device(cdp, 'usb');
  await addPasskey(page, 'Blue key');
  await accessible(page, 'two passkeys');
  await page.setViewportSize({ width: 390, height: 844 });
  await fits(page, 'second factors on a phone');
  await page.setViewportSize({ width: 1280, height: 900 });

  await signOut(page);
  await withPassword(page, email);
  await accessible(page, 'the second step');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(inside(page)).toBeVisible();

  await signOut(page);
  await key.answers(false);
  await laptop.answers(true);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(inside(page)).toBeVisible();

  await laptop.lost();
  await key.lost();
  await signOut(page);
  await withPassword(page, email);
  await page.getByRole('button', { name: 'Use a recovery code instead' }).click();
  await page.getByLabel('Recovery code').fill(codes[0]!.toLowerCase());
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(inside(page)).toBeVisible();

  await page.goto('/security');
  await expect(panel.getByText('9 are left.')).toBeVisible();
  // as it is some minutes later: the server wants to know anew who asks
  let asked = 0;
  await page.route('**/api/factors/app', (route) =>
    asked++ === 0
      ? route.fulfill({
          status: 403,
          contentType: 'application/problem+json',
          body: JSON.stringify({ type: 'identity/proof-needed', title: 'Forbidden', status: 403 }),
        })
      : route.continue(),
  );
  await panel.getByRole('button', { name: 'Turn off' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click();
  const proof = page.getByRole('dialog', { name: 'Is it you?' });
  await accessible(page, 'proving who one is');
  await proof.getByRole('button', { name: 'Use a recovery code instead' }).click();
  await proof.getByLabel('Recovery code').fill(codes[0]!);
  await proof.getByRole('button', { name: 'Continue' }).click();
  await expect(proof.getByRole('alert')).toContainText('used before');
  await proof.getByLabel('Recovery code').fill(codes[1]!);
  await proof.getByRole('button', { name: 'Continue' }).click();
  await expect(panel.getByRole('button', { name: 'Turn on' })).toBeVisible();
  expect(asked, 'the command was repeated by itself').toBe(2);
  await panel
    .getByRole('row', { name: /Laptop/ })
    .getByRole('button', { name: 'Remove' })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(panel.getByRole('row', { name: /Laptop/ })).toHaveCount(0);
  await page.context().close();
});

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a passkey' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('table', { name: 'Passkeys' }).getByText(name)).toBeVisible();
}
