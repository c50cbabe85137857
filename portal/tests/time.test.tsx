import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prefer } from '@/components/preferences';
import { SiteTime, WindowText } from '@/components/SiteTime';
import {
  clockTime,
  foldOffset,
  instantAt,
  localDate,
  localNow,
  relative,
  siteTime,
  viewerTime,
  windowText,
  zoneName,
} from '@/components/time';

const chicago = 'America/Chicago';
/** On 2026-11-01 at 2:00 Chicago's clocks go back to 1:00; on 2027-03-14 at 2:00 they go forward to 3:00. */
const first = '2026-11-01T06:30:00Z';
const second = '2026-11-01T07:30:00Z';

beforeEach(() => prefer({ zone: chicago }));
afterEach(cleanup);

test('the hour that comes twice is told apart by its zone', () => {
  expect([first, second].map((at) => clockTime(at, chicago))).toEqual(['01:30', '01:30']);
  expect([first, second].map((at) => zoneName(at, chicago))).toEqual(['CDT', 'CST']);
  expect([first, second].map((at) => foldOffset(at, chicago))).toEqual(['GMT-05:00', 'GMT-06:00']);
  expect(siteTime(first, chicago)).not.toBe(siteTime(second, chicago));
});

test('no other hour says its offset, the one after the gap neither', () => {
  expect(foldOffset('2026-11-01T05:59:00Z', chicago)).toBeNull();
  expect(foldOffset('2026-11-01T08:00:00Z', chicago)).toBeNull();
  expect(foldOffset('2027-03-14T08:00:00Z', chicago)).toBeNull();
  expect(foldOffset('2026-07-01T12:00:00Z', 'Asia/Kolkata')).toBeNull();
});

test.each([
  [
    'the night the clocks go back',
    '2026-11-01T05:30:00Z',
    '2026-11-01T08:30:00Z',
    ['00:30 CDT', '02:30 CST'],
  ],
  ['the night they go forward', '2027-03-14T07:30:00Z', '2027-03-14T09:30:00Z', ['01:30 CST', '04:30 CDT']],
])('a window over %s says of each time which clock it is of', (_, start, end, parts) => {
  const text = windowText(start, end, chicago);
  for (const part of parts) expect(text).toContain(part);
});

test('within a day of one clock a window says it once', () => {
  const text = windowText('2026-11-20T14:00:00Z', '2026-11-20T18:00:00Z', chicago);
  expect(text).toContain('08:00 – 12:00 CST');
});

test('a window of two days says both', () => {
  const text = windowText('2026-10-31T20:00:00Z', '2026-11-01T20:00:00Z', chicago);
  expect(text).toContain('CDT');
  expect(text).toContain('CST');
});

test('the day is the site’s', () => {
  expect(localDate(new Date('2026-11-01T04:59:00Z'), chicago)).toBe('2026-10-31');
  expect(localDate(new Date('2026-11-01T05:00:00Z'), chicago)).toBe('2026-11-01');
});

test.each([
  '2026-11-01T05:30:00.000Z',
  '2026-11-01T09:30:00.000Z',
  '2027-03-14T07:30:00.000Z',
  '2027-03-14T08:30:00.000Z',
])('%s survives a form in the site’s clock', (instant) => {
  expect(instantAt(localNow(chicago, new Date(instant)), chicago)).toBe(instant);
});

test('of the hour that comes twice a form means the first', () => {
  expect(instantAt(localNow(chicago, new Date(second)), chicago)).toBe('2026-11-01T06:30:00.000Z');
});

test('what is ago is so by the time that has passed, not by clocks', () => {
  const now = Date.parse('2026-11-01T08:00:00Z');
  expect(relative('2026-11-01T05:00:00Z', now)).toBe('3 hr. ago');
  expect(relative('2026-11-01T07:45:00Z', now)).toBe('15 min. ago');
  expect(relative('2026-10-31T07:59:00Z', now)).toBeNull();
});

test('who reads in another zone has their own time besides, and in the same none', () => {
  expect(viewerTime(first, chicago)).toBeNull();
  prefer({ zone: 'Europe/Berlin' });
  expect(viewerTime(first, chicago)).toContain('07:30');
  // As long as Berlin's clocks have gone back and Chicago's have not they are an hour nearer.
  expect(viewerTime('2026-10-31T06:30:00Z', chicago)).toContain('07:30');
  expect(viewerTime('2026-10-24T06:30:00Z', chicago)).toContain('08:30');
  expect(viewerTime(first, 'Europe/Berlin')).toBeNull();
});

test('on a screen a time stands in the site’s zone, with its offset where it is needed', () => {
  const twice = render(<SiteTime instant={second} zone={chicago} />).container;
  expect(twice.textContent).toContain('01:30 CST');
  expect(twice.textContent).toContain('(GMT-06:00)');
  expect(twice.querySelector('time')?.getAttribute('datetime')).toBe(second);
  const once = render(<SiteTime instant="2026-11-01T12:00:00Z" zone={chicago} />).container;
  expect(once.textContent).not.toContain('GMT');
});

test('a window on a screen has the reader’s time only where it is another', () => {
  const window = { start: first, end: second, zone: chicago } as never;
  expect(render(<WindowText window={window} />).container.querySelector('.block')).toBeNull();
  cleanup();
  prefer({ zone: 'Europe/Berlin' });
  expect(render(<WindowText window={window} />).container.querySelector('.block')?.textContent).toContain(
    '07:30',
  );
});
