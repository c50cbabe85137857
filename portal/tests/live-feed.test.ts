// @vitest-environment happy-dom
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { asOwn } from '../src/api/own';
import { ask } from '../src/api/http';
import { live } from '../src/api/live';
import { session } from '../src/api/session';

const me = '0190a0c0-0000-7000-8000-000000000001';
const sockets: FakeSocket[] = [];

class FakeSocket {
  static readonly OPEN = 1;
  readyState = 1;
  said: string[] = [];
  onopen?: () => void;
  onmessage?: (message: { data: string }) => void;
  onclose?: (closed: { reason: string }) => void;

  constructor() {
    sockets.push(this);
  }

  send(message: string): void {
    this.said.push(message);
  }

  close(): void {
    this.readyState = 3;
  }

  hears(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

const client = new QueryClient();
let stop: () => void;
let stops: (() => void)[] = [];

/** A reading that is on screen. @returns how often it was read, and what answers it */
function onScreen(key: string) {
  const read = vi.fn<() => Promise<string>>().mockResolvedValue('read');
  const observer = new QueryObserver(client, { queryKey: [key], queryFn: read });
  stops.push(observer.subscribe(() => undefined));
  return read;
}

const event = (type: string, more: object = {}) => ({
  type: 'event',
  event: { type: `lanerunner.${type}.v1`, ...more },
});

const settled = () => vi.waitFor(() => expect(client.isFetching()).toBe(0));

async function connected(): Promise<FakeSocket> {
  const before = sockets.length;
  stop = live.start(client);
  await vi.waitFor(() => expect(sockets.length).toBe(before + 1));
  return sockets.at(-1)!;
}

async function subscribed(): Promise<FakeSocket> {
  const socket = await connected();
  socket.hears({ type: 'ready' });
  socket.hears({ type: 'subscribed', subscribe: 'organisation' });
  await settled();
  return socket;
}

beforeEach(() => {
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal(
    'fetch',
    vi.fn(() =>
      Promise.resolve(
        new Response(JSON.stringify({ ticket: 't' }), { headers: { 'X-Correlation-Id': 'mine' } }),
      ),
    ),
  );
  vi.spyOn(session, 'isOpen').mockReturnValue(true);
  vi.spyOn(session, 'accessToken').mockResolvedValue('token');
  vi.spyOn(session, 'personId').mockReturnValue(me);
});

afterEach(() => {
  stop();
  stops.forEach((end) => end());
  stops = [];
  client.clear();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/* The feed is one for the whole page, so the first connection is that of the first test. */
test('what happened before the server began to tell is read again on the first connection too', async () => {
  const bookings = onScreen('bookings');
  const notices = onScreen('notices');
  const profile = onScreen('profile');
  await settled();
  const socket = await connected();
  socket.hears({ type: 'ready' });
  expect(bookings).toHaveBeenCalledTimes(1);
  socket.hears({ type: 'subscribed', subscribe: 'organisation' });
  await settled();
  expect(bookings).toHaveBeenCalledTimes(2);
  expect(notices).toHaveBeenCalledTimes(2);
  expect(profile).toHaveBeenCalledTimes(1);
});

test('what is told while something is read for the first time is not lost', async () => {
  const socket = await subscribed();
  let answer: (text: string) => void = () => undefined;
  const read = vi
    .fn<() => Promise<string>>()
    .mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)))
    .mockResolvedValue('after');
  const observer = new QueryObserver(client, { queryKey: ['bookings'], queryFn: read });
  stops.push(observer.subscribe(() => undefined));
  socket.hears(event('booking.arrived'));
  answer('before');
  await vi.waitFor(() => expect(client.getQueryData(['bookings'])).toBe('after'));
  expect(read).toHaveBeenCalledTimes(2);
});

test('after a break everything is read again, when the server tells again', async () => {
  const profile = onScreen('profile');
  const socket = await subscribed();
  const before = profile.mock.calls.length;
  socket.onclose?.({ reason: '' });
  window.dispatchEvent(new Event('online'));
  await vi.waitFor(() => expect(sockets.at(-1)).not.toBe(socket));
  const next = sockets.at(-1)!;
  next.hears({ type: 'ready' });
  expect(profile).toHaveBeenCalledTimes(before);
  next.hears({ type: 'subscribed', subscribe: 'organisation' });
  await settled();
  expect(profile).toHaveBeenCalledTimes(before + 1);
});

test('the event of the own command is not read once more, that of anybody else is', async () => {
  const bookings = onScreen('bookings');
  const socket = await subscribed();
  await asOwn(() => ask('/bookings/1/arrive', { method: 'POST', body: {} }));
  const before = bookings.mock.calls.length;
  socket.hears(event('booking.arrived', { actor: me, correlationid: 'mine' }));
  await settled();
  expect(bookings).toHaveBeenCalledTimes(before);
  socket.hears(event('booking.departed', { actor: 'somebody', correlationid: 'mine' }));
  await settled();
  expect(bookings).toHaveBeenCalledTimes(before + 1);
  socket.hears(event('booking.departed', { actor: me, correlationid: 'of another tab' }));
  await settled();
  expect(bookings).toHaveBeenCalledTimes(before + 2);
});
