import type { Agreement } from '@/api/agreements';
import { statusFound } from '@/api/found';
import { get } from '@/api/http';
import type { Load } from '@/api/types';
import { clockTime } from '@/components/time';
import { once } from '@/words/once';
import { agreements as w } from './words/agreements';

async function postedFound(id: string): Promise<string | null> {
  const { postedAt } = await get<Load>(`/loads/${id}`);
  return postedAt ? once.already(w.posted, clockTime(postedAt)) : null;
}

const toLoad = (_: never, id: string) => `/loads/${id}`;

export const agreements = {
  'load.create': {
    says: w.said['load.create'],
    path: () => '/loads',
    at: (answer: Load) => answer.postedAt ?? answer.createdAt,
    halfway: (answer: Load) => answer.status === 'DRAFT',
    to: (answer: Load) => `/loads/${answer.id}`,
  },
  'load.post': {
    says: w.said['load.post'],
    path: (id) => `/loads/${id}/post`,
    at: (answer: Load) => answer.postedAt,
    to: toLoad,
    found: postedFound,
  },
  'load.cancel': {
    says: w.said['load.cancel'],
    path: (id) => `/loads/${id}/cancel`,
    to: toLoad,
    found: (id) => statusFound(`/loads/${id}`),
  },
} satisfies Record<string, Agreement>;

type Own = typeof agreements;

declare module '@/api/agreements' {
  interface Agreements extends Own {}
}
