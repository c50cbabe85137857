import { queryOptions } from '@tanstack/react-query';
import { ask, get } from '@/api/http';
import { list, type Filter } from '@/api/reads';
import type { Notice, NoticeChoice, NoticeCount } from '@/api/types';

export const queries = {
  notices: (filter: Filter) => list<Notice>('notices', '/notifications', filter),
  noticeCount: () =>
    queryOptions({
      queryKey: ['notices', 'count'],
      queryFn: ({ signal }) => get<NoticeCount>('/notifications/count', signal),
    }),
  noticeChoices: () =>
    queryOptions({
      queryKey: ['notices', 'choices'],
      queryFn: ({ signal }) => get<{ preferences: NoticeChoice[] }>('/notifications/preferences', signal),
    }),
  unsubscribing: (token: string) =>
    queryOptions({
      queryKey: ['unsubscribing', token],
      queryFn: () =>
        ask<NoticeChoice>(`/notifications/unsubscribe/${encodeURIComponent(token)}/kind`, {
          anonymous: true,
        }).then((answer) => answer.body),
      retry: false,
    }),
};

type Own = typeof queries;

declare module '@/api/queries' {
  interface Queries extends Own {}
}
