import { queryOptions } from '@tanstack/react-query';
import { get } from '@/api/http';
import { list, one, type Filter } from '@/api/reads';
import type { Contest, ContestCase, QueuedContest, EventView } from '@/api/types';

export const queries = {
  contests: (filter: Filter) => list<Contest>('contests', '/contests', filter),
  contest: (bookingId: string) =>
    queryOptions({
      queryKey: ['contests', 'of', bookingId],
      queryFn: ({ signal }) => get<Contest>(`/bookings/${encodeURIComponent(bookingId)}/contest`, signal),
    }),
  contestQueue: (filter: Filter) => list<QueuedContest>('contests', '/admin/contests', filter),
  contestCase: (id: string) => one<ContestCase>('contests', '/admin/contests', id),
  contestTimeline: (id: string) =>
    list<EventView>('contests', `/admin/contests/${encodeURIComponent(id)}/timeline`, { limit: 100 }),
};

type Own = typeof queries;

declare module '@/api/queries' {
  interface Queries extends Own {}
}
