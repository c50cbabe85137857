import { expect, test } from 'vitest';
import type { Booking, BookingStop } from '@/api/types';
import { unitsOf } from '@/components/units';
import type { RoadVerb } from '@/features/bookings/keepables';
import { oddOf } from '@/features/bookings/odd';
import { byWindow } from '@/components/punctual';
import { road } from '@/words/road';

const zone = 'America/Chicago';
const places = {
  Chicago: { latitude: 41.85003, longitude: -87.65005 },
  Milwaukee: { latitude: 43.0389, longitude: -87.90647 },
};

function stop(sequence: number, name: keyof typeof places, start: string, end: string, known = {}) {
  return {
    sequence,
    kind: sequence === 0 ? 'PICKUP' : 'DELIVERY',
    place: { id: name, name, zone, ...places[name] },
    window: { start, end, zone },
    precision: 'CITY',
    arrivedAt: null,
    departedAt: null,
    ...known,
  } as unknown as BookingStop;
}

const opens = '2026-11-20T14:00:00Z';
const ends = '2026-11-20T18:00:00Z';

const booked = (first = {}, last = {}) =>
  ({
    stops: [
      stop(0, 'Chicago', opens, ends, first),
      stop(1, 'Milwaukee', '2026-11-20T20:00:00Z', '2026-11-21T02:00:00Z', last),
    ],
  }) as Booking;

const now = Date.parse('2026-11-23T00:00:00Z');

function odd(verb: RoadVerb, booking: Booking, sequence: number, at: string, typed = false, clock = now) {
  const telling = { verb, stop: booking.stops[sequence]!, at: Date.parse(at), typed };
  return oddOf(booking, telling, clock, unitsOf('us'));
}

// The server's PunctualityTest has the same times.
test.each([
  ['2026-11-18T08:00:00Z', 'EARLY', '2 days early'],
  ['2026-11-20T05:00:00Z', 'EARLY', '3 h early'],
  ['2026-11-20T07:59:59.999Z', 'EARLY', '1 min early'],
  ['2026-11-20T08:00:00Z', 'IN_TIME', 'In time'],
  ['2026-11-20T09:00:00Z', 'IN_TIME', 'In time'],
  ['2026-11-20T10:00:00Z', 'IN_TIME', 'In time'],
  ['2026-11-20T10:00:59.999Z', 'IN_TIME', 'In time'],
  ['2026-11-20T10:01:00Z', 'LATE', '1 min late'],
  ['2026-11-20T10:25:00Z', 'LATE', '25 min late'],
  ['2026-11-22T10:00:00Z', 'LATE', '2 days late'],
])('an arrival at %s is %s of a window from eight to ten', (at, punctuality, said) => {
  const by = byWindow(at, { start: '2026-11-20T08:00:00Z', end: '2026-11-20T10:00:00Z' });
  expect(by.punctuality).toBe(punctuality);
  expect(road.bookings.punctual[by.punctuality](by.minutes)).toBe(said);
});

test('a dispatch is odd more than twelve hours before the pickup opens, and once all windows are over', () => {
  expect(odd('dispatch', booked(), 0, '2026-11-18T14:00:00Z')).toEqual([
    'The pickup in Chicago opens only 2 days after that: Fri, Nov 20, 08:00 CST.',
  ]);
  expect(odd('dispatch', booked(), 0, '2026-11-20T01:59:59Z')).toEqual([
    'The pickup in Chicago opens only 12 h after that: Fri, Nov 20, 08:00 CST.',
  ]);
  expect(odd('dispatch', booked(), 0, '2026-11-20T02:00:00Z')).toEqual([]);
  expect(odd('dispatch', booked(), 0, '2026-11-21T02:00:00Z')).toEqual([]);
  expect(odd('dispatch', booked(), 0, '2026-11-21T05:00:00Z')).toEqual([
    'The last window of this booking ended 3 h before that: Fri, Nov 20, 20:00 CST.',
  ]);
});

test('an arrival is odd more than an hour before its window, and after it', () => {
  expect(odd('arrive', booked(), 0, '2026-11-20T11:00:00Z')).toEqual([
    'That is 3 h before the window in Chicago opens: Fri, Nov 20, 08:00 CST.',
  ]);
  expect(odd('arrive', booked(), 0, '2026-11-20T13:00:00Z')).toEqual([]);
  expect(odd('arrive', booked(), 0, '2026-11-20T18:00:59Z')).toEqual([]);
  expect(odd('arrive', booked(), 0, '2026-11-20T18:25:00Z')).toEqual([
    'That is 25 min after the window in Chicago ended: Fri, Nov 20, 12:00 CST.',
  ]);
});

test('before it is told an arrival is as early as it is once recorded', () => {
  const at = '2026-11-20T08:53:30Z';
  const { minutes } = byWindow(at, { start: opens, end: ends });
  expect(road.bookings.punctual.EARLY(minutes)).toBe('5 h 7 min early');
  expect(odd('arrive', booked(), 0, at)).toEqual([
    'That is 5 h 7 min before the window in Chicago opens: Fri, Nov 20, 08:00 CST.',
  ]);
});

test('an arrival is odd that no truck could have driven to', () => {
  const left = booked({ arrivedAt: '2026-11-20T19:00:00Z', departedAt: '2026-11-20T20:00:00Z' });
  expect(odd('arrive', left, 1, '2026-11-20T20:01:30Z')).toEqual([
    'Milwaukee lies 83 mi from Chicago as the crow flies, and Chicago was left 1 min before that.',
  ]);
  const reached = booked({ arrivedAt: '2026-11-20T20:00:00Z' });
  expect(odd('arrive', reached, 1, '2026-11-20T20:00:00Z')).toEqual([
    'Milwaukee lies 83 mi from Chicago as the crow flies, and Chicago was reached less than a minute before that.',
  ]);
  // 134 km, less 15 of each of the two cities, at 130 km/h
  expect(odd('arrive', left, 1, '2026-11-20T20:47:00Z')).toHaveLength(1);
  expect(odd('arrive', left, 1, '2026-11-20T20:49:00Z')).toEqual([]);
  const points = booked(
    { precision: 'POINT', arrivedAt: '2026-11-20T19:00:00Z', departedAt: '2026-11-20T20:00:00Z' },
    { precision: 'POINT' },
  );
  expect(odd('arrive', points, 1, '2026-11-20T21:01:00Z')).toHaveLength(1);
  expect(odd('arrive', points, 1, '2026-11-20T21:03:00Z')).toEqual([]);
});

test('two stops of one city are reached within a moment', () => {
  const within = {
    stops: [
      stop(0, 'Chicago', opens, ends, { arrivedAt: '2026-11-20T15:00:00Z' }),
      stop(1, 'Chicago', opens, ends),
    ],
  } as Booking;
  expect(odd('arrive', within, 1, '2026-11-20T15:00:00Z')).toEqual([]);
});

test('a departure is odd within two minutes of the arrival', () => {
  const there = booked({ arrivedAt: '2026-11-20T15:00:00Z' });
  expect(odd('depart', there, 0, '2026-11-20T15:01:59Z')).toEqual([
    'The arrival at Chicago was 1 min before that.',
  ]);
  expect(odd('depart', there, 0, '2026-11-20T15:02:00Z')).toEqual([]);
});

test('a typed time is odd on another day of the site than today', () => {
  const clock = Date.parse('2026-11-21T03:00:00Z'); // nine in the evening of the 20th in Chicago
  expect(odd('deliver', booked(), 1, '2026-11-20T14:00:00Z', true, clock)).toEqual([]);
  expect(odd('deliver', booked(), 1, '2026-11-20T05:30:00Z', true, clock)).toEqual([
    'The time that you typed is of another day: Thu, Nov 19, 23:30 CST.',
  ]);
  expect(odd('deliver', booked(), 1, '2026-11-20T05:30:00Z', false, clock)).toEqual([]);
});
