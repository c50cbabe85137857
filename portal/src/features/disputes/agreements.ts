import type { Agreement } from '@/api/agreements';
import { bookingFound } from '@/api/found';
import { get } from '@/api/http';
import type { Contest, ContestCase } from '@/api/types';
import { clockTime } from '@/components/time';
import { agreements as w } from './words/agreements';

const contestOver = ({ status, endedAt }: Contest) =>
  endedAt ? w.ended(w.how[status], clockTime(endedAt)) : null;

async function contestFound(id: string): Promise<string | null> {
  const contest = await get<Contest>(`/bookings/${id}/contest`);
  const answered = contest.answer && w.answered(clockTime(contest.answer.saidAt));
  return contestOver(contest) ?? answered;
}

const decided = (id: string) =>
  get<ContestCase>(`/admin/contests/${id}`).then(({ contest }) => contestOver(contest));

const unpaid = (answer: Contest) => !answer.settledAt;

const whenEnded = (answer: Contest) => answer.endedAt;

const toCase = (_: never, id: string) => `/admin/contests/${id}`;

const toBooking = (_: never, id: string) => `/bookings/${id}`;

export const agreements = {
  'booking.contest': {
    says: w.said['booking.contest'],
    path: (id) => `/bookings/${id}/contest`,
    to: toBooking,
    found: bookingFound,
  },
  'contest.answer': {
    says: w.said['contest.answer'],
    path: (id) => `/bookings/${id}/contest/answer`,
    to: toBooking,
    found: contestFound,
  },
  'contest.withdraw': {
    says: w.said['contest.withdraw'],
    path: (id) => `/bookings/${id}/contest/withdraw`,
    at: whenEnded,
    halfway: unpaid,
    to: toBooking,
    found: contestFound,
  },
  'contest.concede': {
    says: w.said['contest.concede'],
    path: (id) => `/bookings/${id}/contest/concede`,
    at: whenEnded,
    to: toBooking,
    found: contestFound,
  },
  'contest.release': {
    says: w.said['contest.release'],
    path: (id) => `/admin/contests/${id}/release`,
    at: whenEnded,
    halfway: unpaid,
    to: toCase,
    found: decided,
  },
  'contest.refund': {
    says: w.said['contest.refund'],
    path: (id) => `/admin/contests/${id}/refund`,
    at: whenEnded,
    to: toCase,
    found: decided,
  },
} satisfies Record<string, Agreement>;

type Own = typeof agreements;

declare module '@/api/agreements' {
  interface Agreements extends Own {}
}
