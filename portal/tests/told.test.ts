import { expect, test } from 'vitest';
import type { Notice } from '@/api/types';
import { linkOf, told } from '@/features/notifications/told';

const notice = (kind: string, about: string, more: object = {}) =>
  ({ kind, about, aboutId: 'x1', texts: {}, amounts: {}, times: {}, ...more }) as unknown as Notice;

test.each([
  ['BOOKING', '/bookings/x1'],
  ['LOAD', '/loads/x1'],
  ['TRIP', '/trips/x1'],
  ['OFFER', '/offers'],
  ['WALLET', '/wallet'],
  ['MEMBER', '/members'],
  ['ORGANISATION', '/organisation'],
  ['ACCOUNT', '/security'],
  ['SOMETHING_NEW', null],
])('a notice about %s leads to %s', (about, path) => {
  expect(linkOf(notice('any', about))).toBe(path);
});

test('a kind that this version has no words for is still a notice', () => {
  expect(told(notice('no-such-kind', 'LOAD'))).toEqual({ title: expect.stringMatching(/./), text: '' });
});
