import { expect, test, type Page, type Request } from '@playwright/test';
import { accessible, call, choosePlace, desktop, fits, local, phone, picture } from './support';
import { signedIn, world, type World } from './world';

/* Commands of money and agreement, pressed as people press: twice, with a page that goes away in the middle, in two tabs, over a line that breaks. */

interface Command {
  name: string;
  who: (seeded: World) => { email: string };
  at: (seeded: World) => string;
  /** From the page to the button that does it, not pressed. */
  open: (page: Page) => Promise<void>;
  button: string;
  /** Where the button stands on the page itself. */
  onPage?: boolean;
  call: RegExp;
  /** Said on its own screen, and over any other one. */
  done: RegExp;
  outcome: RegExp;
  /** Said in a tab that comes second; none where each press is meant. */
  already?: RegExp;
  /** What is to be seen besides once the outcome is shown after a reload. */
  after?: (page: Page) => Promise<void>;
}

const chicago = 'America/Chicago';

/** From one city to the other, whose times are the first city's here. */
async function fromTo(page: Page): Promise<void> {
  await choosePlace(page, 0, 'Chicago', 'Chicago, IL, US');
  await choosePlace(page, 1, 'Milwaukee', 'Milwaukee');
}

async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Reloaded it is on its last step, with nothing in it. */
async function isEmpty(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Edit: (Where and when|Route)$/ }).click();
  for (const n of [0, 1]) await expect(page.getByRole('combobox', { name: 'Place' }).nth(n)).toHaveValue('');
}

const commands: Command[] = [
  {
    name: 'post a new load',
    who: (seeded) => seeded.shipper,
    at: () => '/loads/new',
    open: async (page) => {
      await fromTo(page);
      for (const n of [0, 1]) {
        await page
          .getByLabel('Earliest')
          .nth(n)
          .fill(local(chicago, 1 + 4 * n));
        await page
          .getByLabel('Latest')
          .nth(n)
          .fill(local(chicago, 4 + 4 * n));
      }
      await goOn(page);
      await page.getByLabel('Equipment').selectOption('DRY_VAN');
      await page.getByLabel('Weight').fill('38,000');
      await goOn(page);
      await page.getByRole('radio', { name: /^Bids/ }).check();
      await goOn(page);
    },
    button: 'Post a load',
    onPage: true,
    call: /\/api\/loads$/,
    done: /^Load L-\w+ is posted\.$/,
    outcome: /^Load Chicago → Milwaukee posted at \d\d:\d\d\./,
    after: isEmpty,
  },
  {
    name: 'post a trip',
    who: (seeded) => seeded.carrier,
    at: () => '/trips/new',
    open: async (page) => {
      await fromTo(page);
      for (const n of [0, 1])
        await page
          .getByLabel('Planned time there')
          .nth(n)
          .fill(local(chicago, 50 + 5 * n));
      await goOn(page);
      await page.getByLabel('Equipment').selectOption('DRY_VAN');
      await page.getByLabel('Weight').fill('38,000');
      await goOn(page);
      await goOn(page);
    },
    button: 'Post a trip',
    onPage: true,
    call: /\/api\/trips$/,
    done: /^Trip T-\w+ is posted\.$/,
    outcome: /^Trip Chicago → Milwaukee posted at \d\d:\d\d\./,
    after: isEmpty,
  },
  {
    name: 'accept an offer',
    who: (seeded) => seeded.shipper,
    at: (seeded) => `/loads/${seeded.openLoad}`,
    open: (page) => page.getByRole('main').getByRole('button', { name: 'Accept', exact: true }).click(),
    button: 'Accept and book',
    call: /\/offers\/[^/]+\/accept$/,
    done: /^Booked: B-\w+\.$/,
    outcome: /^Offer on load L-\w+ accepted at \d\d:\d\d\./,
    already: /Already accepted by you at \d\d:\d\d\./,
  },
  {
    name: 'top up',
    who: (seeded) => seeded.shipper,
    at: () => '/wallet',
    open: async (page) => {
      await page.getByRole('main').getByRole('button', { name: 'Top up' }).click();
      await page.getByRole('dialog').getByLabel('Amount').fill('123');
    },
    button: 'Top up',
    call: /\/wallet\/top-ups$/,
    done: /^The wallet is topped up/,
    outcome: /^Wallet topped up with USD 123\.00 at \d\d:\d\d\./,
  },
  {
    name: 'cancel a booking',
    who: (seeded) => seeded.shipper,
    at: (seeded) => `/bookings/${seeded.underWay}`,
    open: async (page) => {
      await page.getByRole('main').getByRole('button', { name: 'Cancel booking' }).click();
      await page.getByRole('dialog').getByLabel('Reason').fill('Not ready');
    },
    button: 'Cancel booking',
    call: /\/bookings\/[^/]+\/cancel$/,
    done: /^Booking B-\w+ is cancelled/,
    outcome: /^Booking B-\w+ cancelled at \d\d:\d\d\./,
    already: /Already cancelled at \d\d:\d\d\./,
  },
  {
    name: 'withdraw an offer',
    who: (seeded) => seeded.carrier,
    at: () => '/offers?direction=made',
    open: (page) => page.locator('[data-offer="OPEN"]').getByRole('button', { name: 'Withdraw' }).click(),
    button: 'Withdraw',
    call: /\/offers\/[^/]+\/withdraw$/,
    done: /^The offer is withdrawn\.$/,
    outcome: /^Offer on load L-\w+ withdrawn at \d\d:\d\d\./,
    already: /Already withdrawn by you at \d\d:\d\d\./,
  },
];

const named = (name: string) => commands.find((command) => command.name === name)!;

const confirm = (page: Page, command: Command) =>
  page
    .getByRole(command.onPage ? 'main' : 'dialog')
    .getByRole('button', { name: command.button, exact: true });

/** The keys under which it was asked for. */
function keys(page: Page, command: Command): (string | undefined)[] {
  const sent: (string | undefined)[] = [];
  page.on('request', (request: Request) => {
    if (request.method() === 'POST' && command.call.test(new URL(request.url()).pathname))
      sent.push(request.headers()['idempotency-key']);
  });
  return sent;
}

/** The server does it, and its answer never arrives. */
async function loseTheAnswer(page: Page, command: Command): Promise<() => Promise<unknown>> {
  let arrived: () => void;
  const done = new Promise<void>((resolve) => (arrived = resolve));
  let first = true;
  await page.route(command.call, async (route) => {
    if (!first || route.request().method() !== 'POST') return route.continue();
    first = false;
    await route.fetch();
    arrived();
  });
  return () => done;
}

for (const command of commands) {
  test(`${command.name}: once, whatever happens to the page`, async ({ browser }) => {
    await test.step('pressed twice', async () => {
      const seeded = await world();
      const page = await signedIn(browser, command.who(seeded), desktop);
      const sent = keys(page, command);
      await page.goto(command.at(seeded));
      await command.open(page);
      await confirm(page, command).dblclick();
      await expect(page.getByText(command.done)).toBeVisible();
      expect(sent).toHaveLength(1);
      await page.context().close();
    });

    const seeded = await world();
    await test.step('reloaded in the middle', async () => {
      const page = await signedIn(browser, command.who(seeded), desktop);
      const sent = keys(page, command);
      await page.goto(command.at(seeded));
      const other = await page.context().newPage();
      // A tab that hears of nothing by itself, left open where it can still be pressed. A socket that closed would be opened again, and all read anew.
      await other.routeWebSocket(/\/ws\/live/, () => {});
      await other.goto(command.at(seeded));
      let read: () => void = () => {};
      const pressed = new Promise<void>((resolve) => (read = resolve));
      if (command.already) {
        await command.open(other);
        // Not even by asking now and then, as a tab does that hears nothing.
        await other.route(/\/api\//, async (route) => {
          if (route.request().method() === 'GET') await pressed;
          await route.continue().catch(() => undefined);
        });
      }
      const lost = await loseTheAnswer(page, command);
      await command.open(page);
      await confirm(page, command).click();
      await lost();
      await page.reload();
      await expect(page.getByText(command.outcome)).toBeVisible();
      expect(new Set(sent).size).toBe(1);
      await accessible(page, `what became of it: ${command.name}`);
      await command.after?.(page);
      if (command.already) {
        await confirm(other, command).click();
        read();
        await expect(other.getByText(command.already).first()).toBeVisible();
      }
      await page.context().close();
    });
  });
}

test('who goes back in the middle learns on the next screen what became of it', async ({ browser }) => {
  const seeded = await world();
  const command = named('accept an offer');
  const page = await signedIn(browser, command.who(seeded), phone);
  await page.goto('/wallet');
  await page.goto(command.at(seeded));
  await page.getByRole('link', { name: 'Loads' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Loads' })).toBeVisible();
  await page.goBack();
  let goOn: () => void = () => {};
  const goneOn = new Promise<void>((resolve) => (goOn = resolve));
  await page.route(command.call, async (route) => {
    const response = await route.fetch();
    await goneOn;
    await route.fulfill({ response });
  });
  await command.open(page);
  await confirm(page, command).click();
  await page.keyboard.press('Escape');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: /^Load/ })).toBeHidden();
  goOn();
  await expect(page.getByText(command.outcome)).toBeVisible();
  await fits(page, 'what became of it');
  await picture(page, 'once-outcome-phone');
  await page.context().close();
});

test('who closes the dialog in the middle is told on the same screen that it was refused', async ({
  browser,
}) => {
  const seeded = await world();
  const command = named('top up');
  const page = await signedIn(browser, command.who(seeded), desktop);
  await page.goto(command.at(seeded));
  let goOn: () => void = () => {};
  const goneOn = new Promise<void>((resolve) => (goOn = resolve));
  await page.route(command.call, async (route) => {
    await goneOn;
    await route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'ledger/other', status: 409, title: 'No', detail: 'Not this time.' }),
    });
  });
  await command.open(page);
  await confirm(page, command).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  goOn();
  await expect(page.getByText('was refused: Not this time.')).toBeVisible();
  await page.context().close();
});

test('where no answer comes it is said so, and asking again does it once', async ({ browser }) => {
  const seeded = await world();
  const command = named('top up');
  const page = await signedIn(browser, command.who(seeded), desktop);
  const sent = keys(page, command);
  await page.goto(command.at(seeded));
  const before = await available(page);
  await page.route(command.call, async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await command.open(page);
  await confirm(page, command).click();
  await expect(page.getByRole('alert').getByText('No answer came').first()).toBeVisible();
  await page.unroute(command.call);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await accessible(page, 'a command without an answer');
  await picture(page, 'once-no-answer');
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect(page.getByText(command.outcome)).toBeVisible();
  expect(new Set(sent).size).toBe(1);
  expect(await available(page)).toBe(before + 123);
  await page.context().close();
});

async function available(page: Page): Promise<number> {
  const wallet = await call<{ balances: { available: { amount: string } }[] }>(page, 'GET', '/wallet');
  return Number(wallet.balances[0]!.available.amount);
}
