import { queryOptions } from '@tanstack/react-query';
import { get, query } from '@/api/http';
import type { LaneReport } from '@/api/types';

export const queries = {
  laneReport: (date: string) =>
    queryOptions({
      queryKey: ['reports', date],
      queryFn: ({ signal }) => get<LaneReport>(`/reports/lanes${query({ date })}`, signal),
    }),
};

type Own = typeof queries;

declare module '@/api/queries' {
  interface Queries extends Own {}
}
