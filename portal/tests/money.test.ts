import { expect, test } from 'vitest';
import { moneyOf } from '@/components/MoneyField';
import { instantAt, windowText } from '@/components/time';

test('an amount has as many decimals as its currency', () => {
  expect(moneyOf('1,250.5', 'USD')).toEqual({ amount: '1250.50', currency: 'USD' });
  expect(moneyOf('1250', 'JPY')).toEqual({ amount: '1250', currency: 'JPY' });
  expect(moneyOf('12.5', 'JPY')).toBeNull();
  expect(moneyOf('12.345', 'USD')).toBeNull();
  expect(moneyOf('0', 'USD')).toBeNull();
});

test('a time typed at the site is that instant, on both sides of summer time', () => {
  expect(instantAt('2026-07-01T08:00', 'America/Chicago')).toBe('2026-07-01T13:00:00.000Z');
  expect(instantAt('2026-12-01T08:00', 'America/Chicago')).toBe('2026-12-01T14:00:00.000Z');
  expect(instantAt('2026-11-01T23:30', 'America/Chicago')).toBe('2026-11-02T05:30:00.000Z');
});

test('a window within a day names the day once', () => {
  expect(windowText('2026-11-23T14:00:00Z', '2026-11-23T18:00:00Z', 'America/Chicago')).toBe(
    'Mon, Nov 23, 08:00 – 12:00 CST',
  );
});
