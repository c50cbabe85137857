import type { HomeTasks } from '@/shell/home/tasks';
import { homeTasks as w } from './words/homeTasks';

export const homeTasks: HomeTasks = {
  'disputes.answer': ({ within, counterpart }) => ({
    title: w.contestAnswer(within.reference, counterpart),
    verb: w.answerContest,
    to: `/bookings/${within.id}`,
    then: w.answerBy,
  }),
  'disputes.answer-of-own': ({ within, counterpart }) => ({
    title: w.contestAnswerOfOwn(within.reference, counterpart),
    verb: w.look,
    to: `/bookings/${within.id}`,
    then: w.answerBy,
  }),
  'disputes.answer-awaited': ({ within, counterpart }) => ({
    title: w.contestWaits(within.reference, counterpart),
    verb: w.look,
    to: `/bookings/${within.id}`,
    then: w.decidesItself,
  }),
  'disputes.decision-awaited': ({ within }) => ({
    title: w.contestDecides(within.reference),
    verb: w.look,
    to: `/bookings/${within.id}`,
  }),
  'disputes.decide': ({ total }) => ({
    title: w.contestsToDecide(total),
    verb: w.decide,
    to: '/admin/contests',
    then: w.oldestContest,
    isUrgent: true,
    isOneForAll: true,
  }),
};
