import { beforeEach, expect, test, vi } from 'vitest';
import { memoryStore } from './memory-store';

const store = memoryStore();
vi.mock('@/device/store', () => store);

const { session } = await import('@/api/session');
const { discardOthers, letGo, openKept, ownActions, sendKept, takeBack, tell, tryAnew } =
  await import('@/device/kept');

interface Call {
  path: string;
  key: string | undefined;
  body: Record<string, unknown>;
}

let calls: Call[];
let answer: (path: string, nth: number) => Response | null;

const token = (sub: string) => `x.${btoa(JSON.stringify({ sub, org: 'o1' }))}.y`;
const signIn = (sub: string) =>
  session.open({ accessToken: token(sub), refreshToken: null, expiresIn: 3600 });
const ok = () => new Response('{"id":"d1"}', { status: 200 });
const no = (status: number, slug: string, detail = slug) =>
  new Response(JSON.stringify({ type: slug, title: 'No', status, detail }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });

const action = (verb: 'arrive' | 'depart' | 'deliver', bookingId = 'b1') => ({
  about: bookingId,
  reference: 'B-1',
  place: 'Chicago',
  zone: 'America/Chicago',
  name: verb,
  timeIsTold: false,
  body: { stop: 0, occurredAt: new Date().toISOString() },
});

beforeEach(async () => {
  store.clear();
  localStorage.clear();
  sessionStorage.clear();
  calls = [];
  answer = () => null;
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const said = answer(path, calls.length);
    const headers = init.headers as Record<string, string>;
    const body = init.body instanceof FormData ? {} : (JSON.parse(init.body as string) as Call['body']);
    calls.push({ path: path.replace('/api', ''), key: headers['Idempotency-Key'], body });
    if (!said) throw new TypeError('offline');
    return said;
  });
  signIn('dana');
  await openKept();
});

test('what is told without a connection goes in its order and under the key it had', async () => {
  expect(await tell(action('arrive'))).toBe('kept');
  expect(await tell(action('depart'))).toBe('kept');
  const first = calls.map((call) => call.key)[0];
  calls = [];
  answer = ok;
  expect(await sendKept()).toBe(2);
  expect(calls.map((call) => call.path)).toEqual(['/bookings/b1/arrive', '/bookings/b1/depart']);
  expect(calls[0]?.key).toBe(first);
  expect(await sendKept()).toBe(0);
});

test('a photo goes first, under a key of its own, and once', async () => {
  const photo = { file: new Blob(['x'], { type: 'image/png' }), name: 'dock.png', key: 'photo-key' };
  await tell({ ...action('deliver'), file: photo });
  answer = (path) => (path.endsWith('/documents') ? ok() : null);
  await sendKept();
  answer = ok;
  await sendKept();
  expect(calls.filter((call) => call.path === '/documents').map((call) => call.key)).toEqual([
    'photo-key',
    'photo-key',
  ]);
  expect(calls.at(-1)).toMatchObject({ path: '/bookings/b1/deliver', body: { documentId: 'd1' } });
});

test('a refusal holds up its booking alone, until it is let go of', async () => {
  await tell(action('arrive'));
  await tell(action('depart'));
  await tell(action('arrive', 'b2'));
  calls = [];
  answer = (path) =>
    path.includes('/b1/arrive') ? no(409, 'bookings/already-arrived', 'It is known.') : ok();
  expect(await sendKept()).toBe(1);
  expect(calls.map((call) => call.path)).toEqual(['/bookings/b1/arrive', '/bookings/b2/arrive']);
  expect(ownActions().map((one) => one.refused)).toEqual(['It is known.', undefined]);
  await letGo(ownActions()[0]!.order);
  expect(await sendKept()).toBe(1);
  expect(ownActions()).toEqual([]);
});

test('what was refused is sent anew as something new', async () => {
  await tell(action('arrive'));
  answer = () => no(409, 'bookings/not-dispatched');
  await sendKept();
  const before = calls.at(-1)?.key;
  answer = ok;
  await tryAnew(ownActions()[0]!);
  expect(await sendKept()).toBe(1);
  expect(calls.at(-1)?.key).not.toBe(before);
});

test('an answer that will be another later is no refusal', async () => {
  await tell(action('arrive'));
  for (const passing of [
    no(503, 'server/busy'),
    no(429, 'request/too-many'),
    no(409, 'request/still-running'),
  ]) {
    answer = () => passing;
    expect(await sendKept()).toBe(0);
    expect(ownActions()[0]?.refused).toBeUndefined();
  }
});

test('what the server refuses at once is the teller’s to put right, and not kept', async () => {
  answer = () => no(409, 'bookings/not-arrived', 'The vehicle has not arrived.');
  await expect(tell(action('depart'))).rejects.toMatchObject({ message: 'The vehicle has not arrived.' });
  expect(ownActions()).toEqual([]);
});

test('a clock a little ahead costs nothing: the server’s own time counts', async () => {
  answer = (_, nth) =>
    nth === 0
      ? new Response(
          JSON.stringify({ status: 422, errors: [{ pointer: '/occurredAt', detail: 'Later than now.' }] }),
          { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
        )
      : ok();
  expect(await tell(action('arrive'))).toBe('sent');
  expect(calls[1]?.body).not.toHaveProperty('occurredAt');
  expect(calls[1]?.key).not.toBe(calls[0]?.key);
});

const earlier = () => ({
  key: 'k1',
  personId: 'dana',
  organisationId: 'o1',
  bookingId: 'b1',
  tripId: 't1',
  reference: 'B-1',
  place: 'Chicago',
  zone: 'America/Chicago',
  verb: 'deliver',
  timeIsTold: false,
  body: { receivedBy: 'Ann', occurredAt: new Date().toISOString() },
  photo: { file: new Blob(['x'], { type: 'image/png' }), name: 'dock.png', key: 'photo-key' },
});

test('what an earlier version kept is still sent, under its key and with its file', async () => {
  await store.put('actions', earlier());
  await openKept();
  expect(ownActions()).toMatchObject([{ name: 'deliver', about: 'b1', file: { key: 'photo-key' } }]);
  answer = ok;
  expect(await sendKept()).toBe(1);
  expect(calls.map(({ path, key }) => [path, key])).toEqual([
    ['/documents', 'photo-key'],
    ['/bookings/b1/deliver', 'k1'],
  ]);
  expect(calls[1]?.body).toMatchObject({ receivedBy: 'Ann', documentId: 'd1' });
});

test('what pages of other versions keep beside this one is sent too, or left to a newer one', async () => {
  await store.put('actions', earlier());
  const newer = { ...action('arrive'), name: 'weigh', key: 'k2', personId: 'dana', organisationId: 'o1' };
  await store.put('actions', newer);
  answer = ok;
  expect(await tell(action('arrive', 'b2'))).toBe('sent');
  expect(calls.map(({ path }) => path)).toEqual([
    '/documents',
    '/bookings/b1/deliver',
    '/bookings/b2/arrive',
  ]);
  expect(ownActions()).toEqual([]);
  expect(await store.all('actions')).toMatchObject([{ name: 'weigh' }]);
});

test('nobody sends, sees or takes back what another told, and they may discard it', async () => {
  await tell(action('arrive'));
  signIn('eve');
  calls = [];
  answer = ok;
  expect(ownActions()).toEqual([]);
  expect(await sendKept()).toBe(0);
  expect(calls).toEqual([]);
  signIn('dana');
  expect(ownActions()).toHaveLength(1);
  signIn('eve');
  await discardOthers();
  signIn('dana');
  expect(ownActions()).toEqual([]);
});

test('what may have arrived is not said to be untold when it is taken back', async () => {
  await tell(action('arrive'));
  expect(await takeBack(ownActions()[0]!.order)).toBe('unknown');
  vi.stubGlobal('navigator', { onLine: false });
  await tell(action('arrive'));
  const { order } = ownActions()[0]!;
  expect(await takeBack(order)).toBe('taken-back');
  expect(await takeBack(order)).toBe('sent');
  vi.unstubAllGlobals();
});

test('what is taken back takes with it what was told after it', async () => {
  await tell(action('arrive'));
  await tell(action('depart'));
  await tell(action('arrive', 'b2'));
  await takeBack(ownActions()[0]!.order);
  expect(ownActions().map((one) => one.about)).toEqual(['b2']);
});
