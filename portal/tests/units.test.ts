import { describe, expect, test } from 'vitest';
import { estimate, money, number, unitsOf } from '@/components/units';

describe('units', () => {
  test('weights are typed in pounds and sent in kilograms', () => {
    expect(unitsOf('us').toSi('weight', '42,000')).toBe(19050.88);
    expect(unitsOf('si').toSi('weight', '18000')).toBe(18000);
  });

  test('what is not a number is none', () => {
    expect(number('12x')).toBeNull();
    expect(number('-3')).toBeNull();
    expect(number('')).toBeNull();
  });

  test('a value survives being shown and typed again', () => {
    const units = unitsOf('us');
    expect(units.toSi('weight', units.fromSi('weight', 18143.69))).toBeCloseTo(18143.69, 1);
  });

  test('money carries its ISO code', () => {
    expect(money({ amount: '1250.00', currency: 'USD' })).toBe('USD 1,250.00');
  });

  test('money has the decimals that it came with, whatever the browser thinks of its currency', () => {
    expect(money({ amount: '100.50', currency: 'HUF' })).toBe('HUF 100.50');
    expect(money({ amount: '1250', currency: 'JPY' })).toBe('JPY 1,250');
    expect(money({ amount: '1.250', currency: 'KWD' })).toBe('KWD 1.250');
  });

  test('what is counted here has the decimals of its currency', () => {
    expect(estimate(93.206, 'JPY')).toEqual({ amount: '93', currency: 'JPY' });
    expect(estimate(93.206, 'USD')).toEqual({ amount: '93.21', currency: 'USD' });
  });

  test('a price per distance needs a distance', () => {
    const price = { amount: '1609.34', currency: 'USD' };
    expect(unitsOf('us').perDistance(price, 1_609_344)).toBe('USD 1.61 per mi');
    expect(unitsOf('us').perDistance(price, 0)).toBeNull();
  });
});
