import { beforeEach, expect, test, vi } from 'vitest';
import type { Booking } from '@/api/types';
import { memoryStore } from './memory-store';

const store = memoryStore();
vi.mock('@/device/store', () => store);

const { session } = await import('@/api/session');
const { sharing } = await import('@/device/sharing');
const { fixOf, isNews } = await import('@/device/thinning');

const start = Date.parse('2026-11-20T10:00:00Z');
const fix = (seconds: number, meters: number) => ({
  at: new Date(start + seconds * 1000).toISOString(),
  latitude: 41.88 + meters / 111_195,
  longitude: -87.63,
  accuracyMeters: 5,
  speedMetersPerSecond: null,
  headingDegrees: null,
});

test('positions are thinned: one in five seconds, and where nothing moves one a minute', () => {
  expect(isNews(null, fix(0, 0))).toBe(true);
  expect(isNews(fix(0, 0), fix(4, 500))).toBe(false);
  expect(isNews(fix(0, 0), fix(5, 24))).toBe(false);
  expect(isNews(fix(0, 0), fix(5, 26))).toBe(true);
  expect(isNews(fix(0, 0), fix(59, 0))).toBe(false);
  expect(isNews(fix(0, 0), fix(60, 0))).toBe(true);
});

test('over the date line it is as near as anywhere', () => {
  const east = { ...fix(0, 0), latitude: -16.8, longitude: 179.9999 };
  const west = { ...fix(10, 0), latitude: -16.8, longitude: -179.9999 };
  expect(isNews(east, { ...west, longitude: -180 })).toBe(false);
  expect(isNews(east, { ...west, longitude: -179.999 })).toBe(true);
});

test('what a device does not know is unknown, and a time of another epoch is the present', () => {
  const coords = { latitude: 1, longitude: 2, accuracy: 5, speed: null, heading: NaN };
  const seen = fixOf({ coords, timestamp: 0 } as unknown as GeolocationPosition, start);
  expect(seen).toMatchObject({ at: new Date(start).toISOString(), headingDegrees: null });
});

let tellPosition: PositionCallback;
let tellFault: PositionErrorCallback;
const cleared = vi.fn();

function booking(change: Partial<Booking> = {}): Booking {
  return {
    id: 'b1',
    tripId: 't1',
    reference: 'B-1',
    status: 'IN_TRANSIT',
    deliveredAt: null,
    driver: { id: 'd1', name: 'Dana' },
    ...change,
  } as Booking;
}
const page = (...items: Booking[]) => ({ items, next: null });

function at(seconds: number, meters = seconds * 20): void {
  vi.setSystemTime(start + seconds * 1000);
  const { latitude, longitude } = fix(seconds, meters);
  tellPosition({
    coords: { latitude, longitude, accuracy: 5, speed: -1, heading: -1 },
    timestamp: Date.now(),
  } as unknown as GeolocationPosition);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  vi.setSystemTime(start);
  store.clear();
  localStorage.clear();
  Object.defineProperty(window, 'isSecureContext', { value: true, configurable: true });
  Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
  Object.defineProperty(navigator, 'geolocation', {
    configurable: true,
    value: {
      watchPosition: (seen: PositionCallback, fault: PositionErrorCallback) => {
        tellPosition = seen;
        tellFault = fault;
        return 7;
      },
      clearWatch: cleared,
    },
  });
  const claims = btoa(JSON.stringify({ sub: 'dana', org: 'o1' }));
  session.open({ accessToken: `x.${claims}.y`, refreshToken: null, expiresIn: 3600 });
  sharing.stop();
  cleared.mockClear();
  sharing.begin(booking());
});

test('nothing is shared until it is switched on, and then this device remembers it for the trip', async () => {
  expect(sharing.current()).toMatchObject({ tripId: 't1', state: 'asking' });
  at(0);
  at(3);
  at(6);
  expect(sharing.current().state).toBe('sharing');
  await vi.waitFor(async () => expect(await store.all('positions')).toHaveLength(2));
  expect(await store.all('positions')).toMatchObject([{ way: 'dana|o1|t1' }, { way: 'dana|o1|t1' }]);
  expect(localStorage.getItem('lanerunner.sharing')).toContain('"tripId":"t1"');
  sharing.stop();
  expect(cleared).toHaveBeenCalledWith(7);
  expect(localStorage.getItem('lanerunner.sharing')).toBeNull();
});

test('a pause is noticed when it is over, and told from when to when', () => {
  at(0);
  at(31 * 60);
  expect(sharing.current().pauses).toEqual([{ from: start, to: start + 31 * 60_000 }]);
  sharing.pausesSeen();
  at(31 * 60 + 30);
  expect(sharing.current().pauses).toEqual([]);
});

test('what hinders it is told apart', () => {
  const fault = (code: number) => tellFault({ code, PERMISSION_DENIED: 1 } as GeolocationPositionError);
  fault(2);
  expect(sharing.current().state).toBe('no-signal');
  fault(1);
  expect(sharing.current().state).toBe('denied');
  at(0);
  expect(sharing.current().state).toBe('sharing');
});

test('it ends by itself: delivered, told as delivered here, driven by somebody else, signed out', () => {
  const ends = (end: () => void) => {
    sharing.stop();
    sharing.begin(booking());
    end();
    return sharing.current().ended;
  };
  const later = start + 1000;
  expect(ends(() => sharing.follow(page(booking()), later, []))).toBeNull();
  const delivered = booking({ status: 'DELIVERED', deliveredAt: 'x' });
  expect(ends(() => sharing.follow(page(delivered), start - 1, []))).toBeNull();
  expect(ends(() => sharing.follow(page(delivered), later, []))).toBe('delivered');
  const kept = [{ name: 'deliver', about: 'b1' }] as never;
  expect(ends(() => sharing.follow(page(booking()), start - 1, kept))).toBe('delivered');
  expect(ends(() => sharing.follow(page(), later, []))).toBe('passed-on');
  const others = booking({ driver: { id: 'd2', name: 'Max' } });
  expect(ends(() => sharing.follow(page(others), later, []))).toBe('passed-on');
  expect(ends(() => sharing.follow(page(booking({ status: 'CANCELLED' })), later, []))).toBe('over');
  sharing.resume();
  expect(ends(() => session.close())).toBe('signed-out');
});
