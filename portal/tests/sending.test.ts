import type { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test, vi } from 'vitest';
import { memoryStore } from './memory-store';

const store = memoryStore();
vi.mock('@/device/store', () => store);

let calls: string[];
let answer: (path: string) => Response | null;
let invalidated: number;
let arrived: number[];
const client = { invalidateQueries: () => ((invalidated += 1), Promise.resolve()) } as unknown as QueryClient;
const ok = () => new Response('{"accepted":1,"duplicates":0,"refused":[]}');
const no = (status: number, slug: string) =>
  new Response(JSON.stringify({ type: slug, title: 'No', status, detail: slug }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });

/** The page of a driver who is signed in, with what an earlier page kept. */
async function page() {
  vi.resetModules();
  const { session } = await import('@/api/session');
  session.open({
    accessToken: `x.${btoa(JSON.stringify({ sub: 'dana', org: 'o1' }))}.y`,
    refreshToken: null,
    expiresIn: 3600,
  });
  const kept = await import('@/device/kept');
  const positions = await import('@/device/positions');
  const { sending } = await import('@/device/sending');
  await kept.openKept();
  return { ...kept, ...positions, sending };
}

const action = (verb: 'dispatch' | 'arrive', bookingId = 'b1') => ({
  about: bookingId,
  reference: 'B-1',
  place: 'Chicago',
  zone: 'America/Chicago',
  name: verb,
  timeIsTold: false,
  body: { stop: 0, occurredAt: new Date().toISOString() },
});
const fix = () => ({
  at: new Date().toISOString(),
  latitude: 1,
  longitude: 2,
  accuracyMeters: 5,
  speedMetersPerSecond: null,
  headingDegrees: null,
});

beforeEach(() => {
  store.clear();
  localStorage.clear();
  sessionStorage.clear();
  calls = [];
  invalidated = 0;
  arrived = [];
  answer = () => null;
  vi.stubGlobal('fetch', async (path: string) => {
    calls.push(path.replace('/api', ''));
    const said = answer(path);
    if (!said) throw new TypeError('offline');
    return said;
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(Math, 'random').mockReturnValue(1);
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  };
});

/** Until nothing more happens by itself; `vi.waitFor` would move the clock. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((over) => setImmediate(over));
}

test('what was told goes before positions, and who shows it reads again', async () => {
  const { tell, keepFix, sending } = await page();
  await tell(action('dispatch'));
  await keepFix('t1', fix());
  calls = [];
  answer = ok;
  const stop = sending.start(client, (n) => arrived.push(n));
  await vi.waitFor(() => {
    expect(calls).toEqual(['/bookings/b1/dispatch', '/tracking/positions']);
  });
  await vi.waitFor(() => expect(sending.current()).toMatchObject({ waiting: 0, over: null }));
  expect(arrived).toEqual([1]);
  expect(invalidated).toBe(1);
  expect(sending.current().lastSentAt).not.toBeNull();
  stop();
});

test('without an answer it waits twice as long each time, up to a minute', async () => {
  const { tell, sending } = await page();
  await tell(action('arrive'));
  const stop = sending.start(client, () => undefined);
  await settled();
  await vi.advanceTimersByTimeAsync(0);
  await settled();
  calls = [];
  for (const [n, seconds] of [3, 6, 12, 24, 48, 60, 60].entries()) {
    await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
    expect(calls).toHaveLength(n);
    await vi.advanceTimersByTimeAsync(1);
    await settled();
    expect(calls).toHaveLength(n + 1);
  }
  stop();
});

test('a connection that is back is used at once', async () => {
  const { tell, sending, ownActions } = await page();
  await tell(action('arrive'));
  const stop = sending.start(client, (n) => arrived.push(n));
  await vi.waitFor(() => expect(calls.length).toBe(2));
  await settled();
  answer = ok;
  window.dispatchEvent(new Event('online'));
  await vi.waitFor(() => expect(ownActions()).toEqual([]));
  expect(arrived).toEqual([1]);
  stop();
});

test('a refused action is not tried again by itself', async () => {
  const { tell, sending, ownActions, sendKept } = await page();
  await tell(action('arrive'));
  answer = () => no(409, 'bookings/not-dispatched');
  await sendKept();
  expect(ownActions()[0]?.refused).toBeTruthy();
  calls = [];
  const stop = sending.start(client, () => undefined);
  await settled();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(calls).toEqual([]);
  stop();
});

test('of a trip that takes no more positions it is told once', async () => {
  const { keepFix, sending } = await page();
  await keepFix('t1', fix());
  answer = () => no(409, 'tracking/trip-over');
  const stop = sending.start(client, () => undefined);
  await vi.waitFor(() => expect(sending.current().over).toMatchObject({ tripId: 't1' }));
  sending.overSeen();
  expect(sending.current().over).toBeNull();
  stop();
});

test('who signs out learns what is still here after a last attempt', async () => {
  const { tell, keepFix, sending } = await page();
  await tell(action('arrive'));
  await keepFix('t1', fix());
  sending.fixKept();
  const rest = sending.rest();
  await vi.advanceTimersByTimeAsync(3000);
  expect(await rest).toEqual({ actions: 1, positions: 1 });
});

test('once stopped it sends nothing', async () => {
  const { tell, sending } = await page();
  const stop = sending.start(client, () => undefined);
  await settled();
  stop();
  await tell(action('arrive'));
  calls = [];
  sending.now();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(calls).toEqual([]);
});
