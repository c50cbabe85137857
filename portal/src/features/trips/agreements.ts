import type { Agreement } from '@/api/agreements';
import { statusFound } from '@/api/found';
import type { Trip } from '@/api/types';
import { agreements as w } from './words/agreements';

const toTrip = (_: never, id: string) => `/trips/${id}`;

export const agreements = {
  'trip.create': {
    says: w.said['trip.create'],
    path: () => '/trips',
    at: (answer: Trip) => answer.createdAt,
    to: (answer: Trip) => `/trips/${answer.id}`,
  },
  'trip.cancel': {
    says: w.said['trip.cancel'],
    path: (id) => `/trips/${id}/cancel`,
    to: toTrip,
    found: (id) => statusFound(`/trips/${id}`),
  },
  'trip.complete': {
    says: w.said['trip.complete'],
    path: (id) => `/trips/${id}/complete`,
    to: toTrip,
    found: (id) => statusFound(`/trips/${id}`),
  },
} satisfies Record<string, Agreement>;

type Own = typeof agreements;

declare module '@/api/agreements' {
  interface Agreements extends Own {}
}
