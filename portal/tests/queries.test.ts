import { hashKey, QueryClient } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
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

test('who chooses among members finds each, however many pages they are', async () => {
  const pages: Record<string, unknown> = {
    '/api/organisations/o/members?limit=100': { items: [{ personId: 'a' }], next: 'a' },
    '/api/organisations/o/members?after=a&limit=100': { items: [{ personId: 'b' }], next: null },
  };
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(new Response(JSON.stringify(pages[path]))));
  const all = await new QueryClient().fetchQuery(queries.everyMember('o'));
  expect(all.items.map((member) => member.personId)).toEqual(['a', 'b']);
  vi.unstubAllGlobals();
});
