import { beforeEach, expect, test, vi } from 'vitest';
import { memoryStore } from './memory-store';

const store = memoryStore();
vi.mock('@/device/store', () => store);

const { session } = await import('@/api/session');
const { discardOthersFixes, forgetOldFixes, keepFix, sendFixes, waitingFixes } =
  await import('@/device/positions');

interface Batch {
  tripId: string;
  positions: { at: string }[];
}

let batches: Batch[];
let answer: (batch: Batch) => Response;

const signIn = (sub: string) =>
  session.open({
    accessToken: `x.${btoa(JSON.stringify({ sub, org: 'o1' }))}.y`,
    refreshToken: null,
    expiresIn: 3600,
  });
const fix = (at: string) => ({
  at,
  latitude: 41.88,
  longitude: -87.63,
  accuracyMeters: 5,
  speedMetersPerSecond: null,
  headingDegrees: null,
});
const minute = (n: number) => new Date(Date.now() - (60 - n) * 60_000).toISOString();
const receipt = (accepted: number, refused: { index: number; reason: string }[] = []) =>
  new Response(JSON.stringify({ accepted, duplicates: 0, refused }));
const no = (status: number, slug: string, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ type: slug, title: 'No', status, detail: slug }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });

beforeEach(() => {
  store.clear();
  localStorage.clear();
  sessionStorage.clear();
  batches = [];
  answer = (batch) => receipt(batch.positions.length);
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    const batch = JSON.parse(init.body as string) as Batch;
    batches.push(batch);
    return answer(batch);
  });
  signIn('dana');
});

test('positions go in their order, a trip at a time, and are kept no longer than until they arrived', async () => {
  for (const n of [1, 2, 3]) await keepFix('t1', fix(minute(n)));
  await keepFix('t2', fix(minute(4)));
  expect(await waitingFixes()).toBe(4);
  expect(await sendFixes(false)).toMatchObject({ fixes: 4, unreachable: false, over: null });
  expect(batches.map(({ tripId, positions }) => [tripId, positions.length])).toEqual([
    ['t1', 3],
    ['t2', 1],
  ]);
  expect(batches[0]?.positions[0]).not.toHaveProperty('way');
  expect(await waitingFixes()).toBe(0);
});

test('more than a batch go in several', async () => {
  for (let n = 0; n < 251; n++) await keepFix('t1', fix(minute(n / 10)));
  await sendFixes(false);
  expect(batches.map(({ positions }) => positions.length)).toEqual([250, 1]);
});

test('what by the server’s clock is of the future stays and is counted', async () => {
  await keepFix('t1', fix(minute(1)));
  await keepFix('t1', fix(minute(90)));
  answer = () => receipt(1, [{ index: 1, reason: 'FUTURE' }]);
  expect(await sendFixes(false)).toMatchObject({ fixes: 1, ahead: 1 });
  expect(await waitingFixes()).toBe(1);
});

test('who does not drive any more learns so from the last of a batch', async () => {
  await keepFix('t1', fix(minute(1)));
  answer = () => receipt(0, [{ index: 0, reason: 'OTHER_DRIVER' }]);
  expect((await sendFixes(false)).over).toEqual({ tripId: 't1', problem: null });
});

test.each([
  ['no answer', () => Promise.reject(new TypeError('offline')) as never],
  ['a busy server', () => no(503, 'server/busy')],
  ['too many', () => no(429, 'request/too-many', { 'Retry-After': '30' })],
])('after %s they wait on this device', async (_, said) => {
  await keepFix('t1', fix(minute(1)));
  await keepFix('t2', fix(minute(2)));
  answer = said;
  expect(await sendFixes(false)).toMatchObject({ fixes: 0, unreachable: true });
  expect(batches).toHaveLength(1);
  expect(await waitingFixes()).toBe(2);
});

test('what the server takes no more is let go of, and said', async () => {
  await keepFix('t1', fix(minute(1)));
  answer = () => no(409, 'tracking/trip-over');
  expect((await sendFixes(false)).over).toMatchObject({
    tripId: 't1',
    problem: { slug: 'tracking/trip-over' },
  });
  expect(await waitingFixes()).toBe(0);
});

test('before a dispatch that is on its way they are only early', async () => {
  await keepFix('t1', fix(minute(1)));
  answer = () => no(409, 'tracking/trip-not-started');
  expect(await sendFixes(true)).toMatchObject({ unreachable: true, over: null });
  expect(await waitingFixes()).toBe(1);
  expect((await sendFixes(false)).over).not.toBeNull();
});

test('nobody sends or counts another’s, and may discard them', async () => {
  await keepFix('t1', fix(minute(1)));
  signIn('eve');
  expect(await waitingFixes()).toBe(0);
  expect((await sendFixes(false)).fixes).toBe(0);
  await discardOthersFixes();
  signIn('dana');
  expect(await waitingFixes()).toBe(0);
});

test('of nobody they stay longer than the server would take them', async () => {
  await keepFix('old', fix(new Date(Date.now() - 8 * 86_400_000).toISOString()));
  await keepFix('new', fix(minute(1)));
  signIn('eve');
  await forgetOldFixes();
  signIn('dana');
  expect(await waitingFixes()).toBe(1);
});
