import { hashKey } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { queries } from '@/api/queries';

/** What two lists share under one key, one would show of the other. */
test('lists of the same resource and filter are kept apart', () => {
  const filter = { over: 'false', limit: 100 };
  const keys = [
    queries.timeline('a'),
    queries.timeline('b'),
    queries.assignments('a'),
    queries.assignments('b'),
    queries.trips({ limit: 100 }),
    queries.contests(filter),
    queries.contestQueue(filter),
    queries.contestTimeline('a'),
    queries.contestTimeline('b'),
  ].map(({ queryKey }) => hashKey(queryKey));
  expect(new Set(keys).size).toBe(keys.length);
});
