import { expect, test, type Page } from '@playwright/test';
import { accessible, fits, person, picture, settled } from './support';
import { signedIn, world, type World } from './world';

/*
 * Every screen in every state: looked at by axe, checked for sideways scrolling, kept as a picture. A build looks at each
 * screen full on a light phone and a dark desk and at each other state once; `test:all` at the whole matrix.
 */

type Who = 'nobody' | 'shipper' | 'carrier' | 'driver' | 'newShipper' | 'newCarrier';

interface Screen {
  name: string;
  who: Who;
  path: (world: World) => string;
  /** Who sees it empty, where it can be. */
  empty?: Who;
  /** It reads nothing that could fail. */
  still?: boolean;
}

const screens: Screen[] = [
  { name: 'sign-in', who: 'nobody', path: () => '/sign-in', still: true },
  { name: 'register', who: 'nobody', path: () => '/register', still: true },
  { name: 'setup', who: 'nobody', path: () => '/setup#once', still: true },
  { name: 'invite', who: 'nobody', path: (world) => `/invite#${world.invitation}` },
  { name: 'home-shipper', who: 'shipper', path: () => '/', empty: 'newShipper' },
  { name: 'home-carrier', who: 'carrier', path: () => '/', empty: 'newCarrier' },
  { name: 'today', who: 'driver', path: () => '/' },
  { name: 'loads', who: 'shipper', path: () => '/loads', empty: 'newShipper' },
  { name: 'market', who: 'carrier', path: () => '/loads' },
  { name: 'load', who: 'shipper', path: (world) => `/loads/${world.openLoad}` },
  { name: 'load-market', who: 'carrier', path: (world) => `/loads/${world.openLoad}` },
  { name: 'load-post', who: 'shipper', path: () => '/loads/new', still: true },
  { name: 'trips', who: 'carrier', path: () => '/trips', empty: 'newCarrier' },
  { name: 'trip', who: 'carrier', path: (world) => `/trips/${world.trip}` },
  { name: 'trip-post', who: 'carrier', path: () => '/trips/new', still: true },
  { name: 'offers', who: 'shipper', path: () => '/offers', empty: 'newShipper' },
  { name: 'bookings', who: 'shipper', path: () => '/bookings', empty: 'newShipper' },
  { name: 'booking-under-way', who: 'shipper', path: (world) => `/bookings/${world.underWay}` },
  { name: 'booking-delivered', who: 'carrier', path: (world) => `/bookings/${world.delivered}` },
  { name: 'booking-driver', who: 'driver', path: (world) => `/bookings/${world.underWay}` },
  { name: 'vehicles', who: 'carrier', path: () => '/fleet', empty: 'newCarrier' },
  { name: 'drivers', who: 'carrier', path: () => '/fleet?view=drivers', empty: 'newCarrier' },
  { name: 'vehicle-add', who: 'carrier', path: () => '/fleet/vehicles/new', still: true },
  { name: 'driver-add', who: 'carrier', path: () => '/fleet/drivers/new', still: true },
  { name: 'map', who: 'shipper', path: () => '/map', empty: 'newShipper' },
  { name: 'wallet', who: 'shipper', path: () => '/wallet', empty: 'newShipper' },
  { name: 'members', who: 'carrier', path: () => '/members' },
  { name: 'inbox', who: 'carrier', path: () => '/inbox', empty: 'newShipper' },
  { name: 'audit', who: 'carrier', path: () => '/audit' },
  { name: 'organisation', who: 'carrier', path: () => '/organisation' },
  { name: 'reports', who: 'shipper', path: () => '/reports', empty: 'newShipper' },
  { name: 'profile', who: 'shipper', path: () => '/profile', still: true },
];

const sizes = {
  390: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  1280: { viewport: { width: 1280, height: 900 } },
  1920: { viewport: { width: 1920, height: 1080 } },
};

let seeded: World;
test.beforeAll(async () => {
  seeded = await world();
});

async function open(
  browser: Parameters<typeof person>[0],
  who: Who,
  width: keyof typeof sizes,
  colorScheme: 'light' | 'dark',
): Promise<Page> {
  const options = { ...sizes[width], colorScheme, reducedMotion: 'reduce' as const };
  return who === 'nobody' ? person(browser, options) : signedIn(browser, seeded[who], options);
}

async function look(page: Page, screen: Screen, state: string): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible();
  await settled(page);
  const { width } = page.viewportSize()!;
  const scheme = await page.evaluate(() => document.documentElement.dataset.theme);
  const name = `${screen.name}-${state}-${width}-${scheme}`;
  await picture(page, name);
  await fits(page, name);
  await accessible(page, name);
}

async function failing(page: Page): Promise<void> {
  await page.route(/^[a-z]+:\/\/[^/]+\/api\/(?!me$|auth\/(login|refresh)|live)/, (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'server/fault',
        title: 'Something broke',
        status: 500,
        detail: 'The server could not answer.',
        correlationId: '0192-test',
      }),
    }),
  );
}

const everyWho: Who[] = ['nobody', 'shipper', 'carrier', 'driver'];

function full(width: keyof typeof sizes, scheme: 'light' | 'dark', tag: string): void {
  for (const who of everyWho) {
    test(`${who}'s screens at ${width} in ${scheme} ${tag}`, async ({ browser }) => {
      const page = await open(browser, who, width, scheme);
      for (const screen of screens.filter((one) => one.who === who)) {
        await test.step(screen.name, async () => {
          await page.goto(screen.path(seeded));
          await look(page, screen, 'full');
        });
      }
      await page.context().close();
    });
  }
}

function empty(width: keyof typeof sizes, scheme: 'light' | 'dark', tag: string): void {
  for (const who of ['newShipper', 'newCarrier'] as const) {
    test(`${who}'s empty screens at ${width} in ${scheme} ${tag}`, async ({ browser }) => {
      const page = await open(browser, who, width, scheme);
      for (const screen of screens.filter((one) => one.empty === who)) {
        await test.step(screen.name, async () => {
          await page.goto(screen.path(seeded));
          await look(page, screen, 'empty');
        });
      }
      await page.context().close();
    });
  }
}

function failed(width: keyof typeof sizes, scheme: 'light' | 'dark', tag: string): void {
  for (const who of everyWho) {
    test(`${who}'s screens at ${width} in ${scheme} when the server fails ${tag}`, async ({ browser }) => {
      const page = await open(browser, who, width, scheme);
      await failing(page);
      for (const screen of screens.filter((one) => one.who === who && !one.still)) {
        await test.step(screen.name, async () => {
          await page.goto(screen.path(seeded));
          await expect(page.getByRole('alert').first()).toContainText('Something broke');
          await expect(page.getByRole('alert').first()).toContainText('0192-test');
          await expect(page.getByRole('button', { name: 'Try again' }).first()).toBeVisible();
          await look(page, screen, 'error');
        });
      }
      await page.context().close();
    });
  }
}

function offline(width: keyof typeof sizes, scheme: 'light' | 'dark', tag: string, every: boolean): void {
  for (const who of ['shipper', 'carrier', 'driver'] as const) {
    test(`${who}'s screens at ${width} in ${scheme} offline ${tag}`, async ({ browser }) => {
      const page = await open(browser, who, width, scheme);
      const mine = screens.filter((one) => one.who === who && !one.still);
      for (const screen of every ? mine : mine.slice(0, 1)) {
        await test.step(screen.name, async () => {
          await page.goto(screen.path(seeded));
          await settled(page);
          await page.context().setOffline(true);
          await expect(page.getByRole('banner').getByText(/^Offline, data from/)).toBeVisible();
          await look(page, screen, 'offline');
          await page.context().setOffline(false);
        });
      }
      await page.context().close();
    });
  }
}

full(390, 'light', '@verify');
full(1280, 'dark', '@verify');
empty(390, 'dark', '@verify');
failed(1280, 'light', '@verify');
offline(390, 'light', '@verify', false);

for (const width of [390, 1280, 1920] as const) {
  for (const scheme of ['light', 'dark'] as const) {
    full(width, scheme, '@all');
    empty(width, scheme, '@all');
    failed(width, scheme, '@all');
    offline(width, scheme, '@all', true);
  }
}

test('every screen fits a narrow phone of 320 pixels', async ({ browser }) => {
  for (const who of everyWho) {
    const options = { viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' as const };
    const page = await (who === 'nobody'
      ? person(browser, options)
      : signedIn(browser, seeded[who], options));
    for (const screen of screens.filter((one) => one.who === who)) {
      await test.step(screen.name, async () => {
        await page.goto(screen.path(seeded));
        await expect(page.getByRole('heading').first()).toBeVisible();
        await expect(page.getByRole('main').getByText('Loading…')).toHaveCount(0);
        await fits(page, `${screen.name} at 320`);
      });
    }
    await page.context().close();
  }
});
