import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { agreements } from '@/api/agreements';
import { queries } from '@/api/queries';
import type { Me } from '@/api/types';
import { readerOf } from '@/shell/me';
import { navigationFor } from '@/shell/navigation';
import { records } from '@/shell/palette';
import { screens } from '@/shell/screens';

const features = readdirSync('src/features');

const places = (me: Partial<Me>) =>
  navigationFor(
    readerOf({ organisation: null, permissions: [], ownTrips: [], memberships: [], ...me } as unknown as Me),
  ).map(({ to, label }) => `${to} ${label}`);

const organisation = { id: 'o', kinds: ['SHIPPER'] } as unknown as Me['organisation'];

const everything = [
  'loads.view',
  'trips.post',
  'trips.view',
  'bookings.view',
  'offers.view',
  'fleet.view',
  'tracking.view',
  'wallet.view',
  'organisation.manage',
  'audit.view',
  'keys.manage',
];
const ofPlatform = ['reports.view', 'organisations.view', 'platform.admin', 'platform.contests'];

describe('the navigation', () => {
  test('has one order, whoever brought what', () => {
    expect(places({ organisation, permissions: [...everything, ...ofPlatform] })).toEqual([
      '/ Home',
      '/loads Loads',
      '/trips Trips',
      '/bookings Bookings',
      '/offers Offers',
      '/fleet Fleet',
      '/map Map',
      '/wallet Wallet',
      '/members Members',
      '/organisation Organisation',
      '/audit Audit',
      '/api-keys API keys',
      '/reports Reports',
      '/admin/organisations Organisations',
      '/admin/operations Operations',
      '/admin/people People',
      '/admin/contests Contested bookings',
      '/admin/deliveries Messages sent',
      '/admin/flags Feature flags',
      '/admin/gate Networks and rates',
    ]);
  });

  test('shows a driver the road alone', () => {
    expect(places({ organisation, permissions: everything, ownTrips: ['bookings.view'] })).toEqual([
      '/ Today',
      '/trips Trips',
      '/bookings Bookings',
    ]);
  });

  test('shows nobody what they may not do, nor who acts for no organisation what is one’s', () => {
    expect(places({})).toEqual(['/ Home']);
    expect(places({ permissions: [...everything, ...ofPlatform] })[1]).toBe('/reports Reports');
    expect(places({ organisation, permissions: ['trips.view', 'fleet.view'] })).toEqual(['/ Home']);
    const carrier = { ...organisation, kinds: ['CARRIER'] } as unknown as Me['organisation'];
    expect(places({ organisation: carrier, permissions: ['trips.view', 'fleet.view'] })).toEqual([
      '/ Home',
      '/trips Trips',
      '/fleet Fleet',
    ]);
  });
});

test('each path is one screen’s, and what is shown in another has one to be shown in', () => {
  const paths = screens.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  const homeless = screens.filter(({ within }) => within && !paths.includes(within));
  expect(homeless).toEqual([]);
});

test.each(screens.map((screen) => [screen.path, screen]))('%s comes when it is opened', async (_, screen) => {
  expect(await screen.load()).toBeTypeOf('function');
});

/** Two features of one name would silently be one. */
test.each([
  ['queries', Object.keys(queries)],
  ['agreements', Object.keys(agreements)],
])('no two features bring %s of the same name', async (kind, merged) => {
  const files = import.meta.glob<Record<string, object>>('/src/features/*/*.ts');
  const brought = await Promise.all(
    Object.entries(files)
      .filter(([path]) => path.endsWith(`/${kind}.ts`))
      .map(async ([, load]) => Object.keys((await load())[kind]!)),
  );
  const names = brought.flat();
  expect(names.length).toBeGreaterThan(10);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !merged.includes(name))).toEqual([]);
});

test('a state that several features know is called and coloured alike by all', async () => {
  type Declared = { words: Record<string, string>; tones: Record<string, string> };
  const declared = Object.values(
    import.meta.glob<Declared>('/src/features/*/statuses.ts', { eager: true, import: 'statuses' }),
  );
  const looks = new Map<string, Set<string>>();
  for (const { words, tones } of declared) {
    for (const [status, word] of Object.entries(words)) {
      looks.set(status, (looks.get(status) ?? new Set()).add(`${word} ${tones[status]}`));
    }
  }
  expect([...looks].filter(([, look]) => look.size > 1)).toEqual([]);
  expect(looks.size).toBeGreaterThan(20);
});

test('the palette knows what the server finds', () => {
  expect(Object.keys(records).sort()).toEqual(['booking', 'load', 'trip']);
});

/** What every feature is put together by would else have to be changed for each. */
const shared = [
  'src/router.tsx',
  'src/shell/screens.ts',
  'src/shell/navigation.ts',
  'src/shell/palette.ts',
  'src/shell/CommandPalette.tsx',
  'src/shell/home/Home.tsx',
  'src/shell/home/tasks.ts',
  'src/api/queries.ts',
  'src/api/reads.ts',
  'src/api/agreements.ts',
  'src/api/intentions.ts',
  'src/components/statuses.ts',
  'src/components/StatusPill.tsx',
  'src/words/home.ts',
  'src/words/once.ts',
];

/** Folders, first parts of paths, and what is read. */
const names = [
  ...features,
  ...screens.flatMap(({ path }) => path.split('/').slice(1, 2)),
  ...Object.keys(queries).filter(
    (name) => !readFileSync('src/api/queries.ts', 'utf8').includes(`${name}: (`),
  ),
].filter((name) => /^[a-z-]{4,}$/.test(name));

test.each(shared)('%s names no feature', (file) => {
  expect(existsSync(file)).toBe(true);
  const code = readFileSync(file, 'utf8').replaceAll(/\/\*\*?[\s\S]*?\*\/|\/\/.*/g, '');
  const named = [...new Set(names)].filter((name) =>
    new RegExp(`['"/]${name}['"/?]|\\bqueries\\.${name}\\b`).test(code),
  );
  expect(named).toEqual([]);
});
