import type { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test, vi } from 'vitest';

interface Sent {
  ticket?: string;
  subscribe?: string;
  unsubscribe?: string;
  [name: string]: unknown;
}

/** What the server's end sees and does. */
class Socket {
  static readonly OPEN = 1;
  static all: Socket[] = [];
  readyState = 1;
  sent: Sent[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: ((closed: { reason: string }) => void) | null = null;
  closed = false;

  constructor(readonly url: string) {
    Socket.all.push(this);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Sent);
  }

  close(): void {
    this.closed = true;
  }

  says(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  breaks(reason = ''): void {
    this.onclose?.({ reason });
  }
}

let read: string[];
let stops: (() => void)[] = [];
const client = {
  // Nothing is being read for the first time; live-feed.test.ts is about that.
  getQueryCache: () => ({ findAll: () => [] }),
  invalidateQueries: ({ queryKey }: { queryKey?: string[] } = {}) => {
    read.push(queryKey?.[0] ?? 'everything');
    return Promise.resolve();
  },
} as unknown as QueryClient;

/** A page anew, signed in and with its socket open. */
async function page() {
  vi.resetModules();
  const { session } = await import('@/api/session');
  session.open({
    accessToken: `a.${btoa(JSON.stringify({ sub: 'me', org: 'us' }))}.c`,
    refreshToken: null,
    expiresIn: 600,
  });
  const { live } = await import('@/api/live');
  const stop = live.start(client);
  stops.push(stop);
  await vi.waitFor(() => expect(Socket.all).toHaveLength(1));
  const socket = Socket.all[0]!;
  socket.onopen?.();
  return { live, stop, socket };
}

async function livePage() {
  const opened = await page();
  opened.socket.says({ type: 'ready' });
  return opened;
}

const next = async (n: number) => {
  await vi.waitFor(() => expect(Socket.all).toHaveLength(n));
  return Socket.all[n - 1]!;
};

beforeEach(() => {
  Socket.all = [];
  read = [];
  localStorage.clear();
  sessionStorage.clear();
  vi.stubGlobal('WebSocket', Socket);
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"ticket":"once"}')));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  return () => {
    stops.forEach((stop) => stop());
    stops = [];
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

test('the ticket is the first message, and what is followed is asked for when the server is ready', async () => {
  const { live, socket } = await page();
  live.watch('b1', () => undefined);
  live.follow({ subscribe: 'market', of: 'loads' }, () => undefined);
  expect(socket.sent).toEqual([{ ticket: 'once' }]);
  socket.says({ type: 'ready' });
  expect(live.current().state).toBe('live');
  expect(socket.sent.slice(1)).toEqual([
    { subscribe: 'organisation' },
    { subscribe: 'booking', id: 'b1' },
    { subscribe: 'market', of: 'loads' },
  ]);
  expect(read).toEqual([]);
});

test.each([
  ['lanerunner.payment.released.v1', ['wallet', 'bookings', 'timeline', 'home']],
  ['lanerunner.contest.answered.v1', ['contests', 'bookings', 'timeline', 'home']],
  ['lanerunner.location.reported.v1', []],
  ['lanerunner.something.new.v1', []],
])('%s makes what it moves be read again', async (type, resources) => {
  const { socket } = await livePage();
  socket.says({ type: 'event', event: { type } });
  expect(read).toEqual(resources);
});

test('however much happens, what waits is read at most every two seconds', async () => {
  const { socket } = await livePage();
  const happens = () => socket.says({ type: 'event', event: { type: 'lanerunner.organisation.changed.v1' } });
  for (let n = 0; n < 3; n++) happens();
  expect(read).toEqual(['me', 'home', 'me', 'me']);
  await vi.advanceTimersByTimeAsync(2000);
  expect(read.slice(4)).toEqual(['home']);
  await vi.advanceTimersByTimeAsync(2000);
  expect(read.slice(5)).toEqual([]);
  happens();
  expect(read.slice(5)).toEqual(['me', 'home']);
});

test('notices and assignments have their own messages', async () => {
  const { socket } = await livePage();
  socket.says({ type: 'notices' });
  socket.says({ type: 'assignments' });
  expect(read).toEqual(['notices', 'trips', 'matches', 'bookings', 'timeline', 'home']);
});

test('a flag that changed is asked for twice, since not every server knows at once', async () => {
  const { socket } = await livePage();
  socket.says({ type: 'flags' });
  await vi.advanceTimersByTimeAsync(3100);
  expect(read).toEqual(['flags', 'flags']);
});

test('a position goes to who watches its booking, until nobody does', async () => {
  const { live, socket } = await livePage();
  const seen: unknown[] = [];
  const stop = live.watch('b1', (position) => seen.push(position.latitude));
  socket.says({ type: 'position', bookingId: 'b1', latitude: 1 });
  socket.says({ type: 'position', bookingId: 'b2', latitude: 2 });
  stop();
  socket.says({ type: 'position', bookingId: 'b1', latitude: 3 });
  expect(seen).toEqual([1]);
  expect(socket.sent.slice(-2)).toEqual([
    { subscribe: 'booking', id: 'b1' },
    { unsubscribe: 'booking', id: 'b1' },
  ]);
});

test('who watches all is told of each, and nothing more is asked of the server', async () => {
  const { live, socket } = await livePage();
  const before = socket.sent.length;
  const seen: unknown[] = [];
  const stop = live.watchAll((position) => seen.push([position.bookingId, position.latitude]));
  socket.says({ type: 'position', bookingId: 'b1', latitude: 1 });
  socket.says({ type: 'position', bookingId: 'b2', latitude: 2 });
  stop();
  socket.says({ type: 'position', bookingId: 'b1', latitude: 3 });
  expect(seen).toEqual([
    ['b1', 1],
    ['b2', 2],
  ]);
  expect(socket.sent).toHaveLength(before);
});

test('a list that is followed is read anew when the server begins to tell of it, and then told of what changes', async () => {
  const { live, socket } = await livePage();
  const news: unknown[] = [];
  const topic = { subscribe: 'market', of: 'loads', equipment: 'REEFER' } as const;
  const stop = live.follow(topic, (each) => news.push(each));
  socket.says({ type: 'subscribed', ...topic });
  expect(live.current().told.size).toBe(1);
  socket.says({ type: 'market', of: 'loads', equipment: 'REEFER', shown: ['l1'] });
  socket.says({ type: 'market', of: 'loads', equipment: 'REEFER', many: true });
  socket.says({ type: 'market', of: 'trips', shown: ['t1'] });
  expect(news).toEqual(['anew', { shown: ['l1'], gone: [] }, 'anew']);
  stop();
  expect(socket.sent.at(-1)).toEqual({ unsubscribe: 'market', of: 'loads', equipment: 'REEFER' });
  expect(live.current().told.size).toBe(0);
});

test('after a break it comes back by itself, and everything is read anew', async () => {
  const { live, socket } = await livePage();
  socket.breaks();
  expect(live.current().state).toBe('reconnecting');
  expect(live.current().told.size).toBe(0);
  await vi.advanceTimersByTimeAsync(1000);
  const second = await next(2);
  second.onopen?.();
  second.says({ type: 'ready' });
  expect(live.current().state).toBe('live');
  second.says({ type: 'subscribed', subscribe: 'organisation' });
  expect(read).toEqual(['everything']);
});

test('it tries less often the longer it does not come back', async () => {
  const { socket } = await livePage();
  vi.spyOn(Math, 'random').mockReturnValue(1);
  socket.breaks();
  for (const [n, seconds] of [1, 2, 4, 8, 16, 30, 30].entries()) {
    await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
    expect(Socket.all).toHaveLength(n + 1);
    await vi.advanceTimersByTimeAsync(1);
    (await next(n + 2)).breaks();
  }
});

test('a session that the server ended is asked to go on at once', async () => {
  const { socket } = await livePage();
  socket.breaks('live/session-ended');
  await next(2);
});

test('what is read again by itself is read more often while nobody tells', async () => {
  const { socket } = await page();
  const { askedAgain } = await import('@/api/live');
  expect([askedAgain(60_000)(), askedAgain(false)()]).toEqual([15_000, 15_000]);
  socket.says({ type: 'ready' });
  expect([askedAgain(60_000)(), askedAgain(false)()]).toEqual([60_000, false]);
});

test('whoever is back at the page need not wait', async () => {
  const { socket } = await livePage();
  socket.breaks();
  window.dispatchEvent(new Event('online'));
  await next(2);
});

test('without a connection it says so and does not try', async () => {
  const { live } = await livePage();
  window.dispatchEvent(new Event('offline'));
  expect(live.current().state).toBe('offline');
});

test('what an old socket still says is nothing any more, and a stopped feed is silent', async () => {
  const { live, stop, socket } = await livePage();
  stop();
  expect(socket.closed).toBe(true);
  socket.says({ type: 'notices' });
  socket.breaks();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(Socket.all).toHaveLength(1);
  expect(read).toEqual([]);
  expect(live.current().state).toBe('live');
});
