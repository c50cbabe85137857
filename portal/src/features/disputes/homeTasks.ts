import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { Contest, Me, Page, QueuedContest } from '@/api/types';
import { homeTasks as declare, urgencyOf, type Task } from '@/shell/home/tasks';
import { actsIn } from '@/shell/me';
import { homeTasks as w } from './words/homeTasks';

interface Known {
  contests?: Page<Contest>;
  /** What waits for an administrator, the oldest first. */
  queue?: Page<QueuedContest>;
}

/** Both sides of a contest know who is to do what next, and what comes without it. */
function ofContest(contest: Contest, me: Me, now: number): Task {
  const to = `/bookings/${contest.bookingId}`;
  const key = `contest ${contest.id}`;
  const selling = contest.seller.id === me.organisation?.id;
  const other = selling ? contest.buyer.name : contest.seller.name;
  const deadline = contest.answerDueAt;
  if (contest.status === 'AWAITING_DECISION')
    return { key, title: w.contestDecides(contest.bookingReference), verb: w.look, to };
  if (contest.actions.includes('answer'))
    return {
      key,
      title: w.contestAnswer(contest.bookingReference, other),
      verb: w.answerContest,
      to,
      deadline,
      then: w.answerBy,
      urgency: urgencyOf(deadline, now),
    };
  return {
    key,
    title: (selling ? w.contestAnswerOfOwn : w.contestWaits)(contest.bookingReference, other),
    verb: w.look,
    to,
    deadline,
    then: selling ? w.answerBy : w.decidesItself,
  };
}

function toDecide({ items, next }: Page<QueuedContest>): Task[] {
  const oldest = items[0];
  if (!oldest) return [];
  return [
    {
      key: 'contests',
      title: w.contestsToDecide(items.length, next !== null),
      verb: w.decide,
      to: '/admin/contests',
      deadline: oldest.contested.saidAt,
      then: w.oldestContest,
      urgency: 'now',
    },
  ];
}

export function tasksOf({ contests, queue }: Known, me: Me, now: number): Task[] {
  const own = (contests?.items ?? []).map((contest) => ofContest(contest, me, now));
  return [...own, ...(queue ? toDecide(queue) : [])];
}

export const homeTasks = declare(
  30,
  (me) => ({
    contests: useQuery({
      ...queries.contests({ over: 'false', limit: 100 }),
      enabled: actsIn(me, 'bookings.view') && !me.isDriverOnly,
    }),
    queue: useQuery({
      ...queries.contestQueue({ over: 'false', limit: 100 }),
      enabled: me.may('platform.contests'),
    }),
  }),
  tasksOf,
);
