import { expect, test } from 'vitest';
import { comesTwice, existing, instantAt } from '@/components/time';
import { isLateEntry, timeProblems, windowProblems, type TypedWindow } from '@/components/windows';

const now = Date.parse('2026-11-20T18:00:00Z');
const chicago = 'America/Chicago';

const pickup = (start: string, end: string): TypedWindow => ({ kind: 'PICKUP', zone: chicago, start, end });
const delivery = (start: string, end: string): TypedWindow => ({
  kind: 'DELIVERY',
  zone: chicago,
  start,
  end,
});
const right = [
  pickup('2026-11-20T13:00', '2026-11-20T17:00'),
  delivery('2026-11-21T08:00', '2026-11-21T12:00'),
];
const said = (stops: TypedWindow[]) =>
  windowProblems(stops, now).map(({ pointer, detail }) => `${pointer} ${detail}`);

// The server's SiteTimeTest has the same times.
test.each([
  ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T03:30', '2026-03-29T01:30:00.000Z'],
  ['2027-03-14T02:30', chicago, '2027-03-14T03:30', '2027-03-14T08:30:00.000Z'],
  ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ['2026-11-01T01:30', chicago, '2026-11-01T01:30', '2026-11-01T06:30:00.000Z'],
  ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-04T02:45', '2026-10-03T15:45:00.000Z'],
  ['2026-11-23T08:00', 'Asia/Kolkata', '2026-11-23T08:00', '2026-11-23T02:30:00.000Z'],
])('%s in %s is %s', (typed, zone, shown, instant) => {
  expect(existing(typed, zone)).toBe(shown);
  expect(instantAt(typed, zone)).toBe(instant);
});

test('an hour that comes twice is known as such', () => {
  expect(comesTwice('2026-11-01T01:30', chicago)).toBe(true);
  expect(comesTwice('2026-11-01T02:00', chicago)).toBe(false);
  expect(comesTwice('2027-03-14T02:30', chicago)).toBe(false);
  expect(comesTwice('', chicago)).toBe(false);
});

test('what the server takes is no problem, a pickup that is over neither', () => {
  expect(said(right)).toEqual([]);
  const late = pickup('2026-11-19T08:00', '2026-11-19T12:00');
  expect(said([late, right[1]!])).toEqual([]);
  expect(isLateEntry(late, now)).toBe(true);
  expect(isLateEntry(right[0]!, now)).toBe(false);
});

test.each([
  [
    [pickup('2026-11-20T17:00', '2026-11-20T13:00'), right[1]!],
    '/stops/0/windowEnd The latest time must be after the earliest.',
  ],
  [
    [pickup('2027-03-14T02:30', '2027-03-14T03:30'), delivery('2027-03-15T08:00', '2027-03-15T12:00')],
    '/stops/0/windowEnd The latest time must be after the earliest.',
  ],
  [
    [pickup('2026-10-01T08:00', '2026-11-21T08:00'), right[1]!],
    '/stops/0/windowStart This is more than 31 days ago.',
  ],
  [
    [right[0]!, delivery('2026-11-20T08:00', '2026-11-20T11:59')],
    '/stops/1/windowEnd This delivery would be over already.',
  ],
  [
    [right[0]!, delivery('2026-11-21T08:00', '2027-01-23T08:00')],
    '/stops/1/windowEnd A window is no longer than 62 days.',
  ],
  [
    [right[0]!, delivery('2027-12-01T08:00', '2027-12-02T08:00')],
    '/stops/1/windowEnd This is more than a year away.',
  ],
  [
    [pickup('2026-11-22T08:00', '2026-11-22T12:00'), delivery('2026-11-21T08:00', '2026-11-22T08:00')],
    '/stops/1/windowEnd This stop would be over before the stop before it begins.',
  ],
])('%j is told', (stops, problem) => {
  expect(said(stops as TypedWindow[])).toEqual([problem]);
});

test('stops in two zones are compared as they are', () => {
  const east = { ...delivery('2026-11-20T13:00', '2026-11-20T13:30'), zone: 'America/New_York' };
  expect(said([right[0]!, east])).toEqual([
    '/stops/1/windowEnd This stop would be over before the stop before it begins.',
  ]);
});

test('a trip goes forward and is not over', () => {
  const at = (first: string, second: string) =>
    timeProblems(
      [
        { zone: chicago, at: first },
        { zone: chicago, at: second },
      ],
      now,
    ).map(({ detail }) => detail);
  expect(at('2026-11-20T13:00', '2026-11-20T18:00')).toEqual([]);
  expect(at('2026-11-20T13:00', '2026-11-20T13:00')).toEqual(['This is not later than the stop before.']);
  expect(at('2027-03-14T02:30', '2027-03-14T03:30')).toEqual(['This is not later than the stop before.']);
  expect(at('2026-11-19T08:00', '2026-11-20T11:00')).toEqual(['The trip would be over already.']);
  expect(at('2026-10-01T08:00', '2026-11-21T11:00')).toEqual(['This is more than 31 days ago.']);
  expect(at('2026-11-21T08:00', '2027-02-01T08:00')).toEqual([
    'What is ahead of a trip lasts at most 62 days.',
  ]);
});
