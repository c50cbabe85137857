import type { HomeTasks } from '@/shell/home/tasks';
import { homeTasks as w } from './words/homeTasks';

const at = (id: string) => `/bookings/${id}`;

export const homeTasks: HomeTasks = {
  'bookings.accept-proof': ({ id, reference, counterpart, deadline }) => ({
    title: w.proof(reference),
    verb: w.check,
    to: at(id),
    then: deadline ? w.paysItself(counterpart) : undefined,
  }),
  'bookings.cover': ({ id, reference }) => ({ title: w.cover(reference), verb: w.coverVerb, to: at(id) }),
  'bookings.assign': ({ reference, within }) => ({
    title: w.assign(reference),
    verb: w.assignVerb,
    to: `/trips/${within.id}`,
  }),
  'bookings.dispatch': ({ id, reference }) => ({
    title: w.dispatch(reference),
    verb: w.dispatchVerb,
    to: at(id),
  }),
  'bookings.late': ({ id, reference, place }) => ({
    title: w.late(reference, place),
    verb: w.look,
    to: at(id),
    isUrgent: true,
  }),
};
