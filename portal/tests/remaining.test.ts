import { expect, test } from 'vitest';
import { remaining } from '@/components/time';

const now = Date.parse('2026-11-27T12:00:00Z');

test('what comes by itself says how long that still is', () => {
  expect(remaining('2026-11-29T16:00:00Z', now)).toBe('in 2 d 4 h');
  expect(remaining('2026-11-27T16:10:00Z', now)).toBe('in 4 h 10 min');
  expect(remaining('2026-11-27T12:00:20Z', now)).toBe('in 1 min');
  expect(remaining('2026-11-27T12:00:00Z', now)).toBeNull();
});
