import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { Load, Me, Offer, Page } from '@/api/types';
import { homeTasks as declare, urgencyOf, type Task } from '@/shell/home/tasks';
import { actsIn } from '@/shell/me';
import { terms } from '@/words/terms';
import { homeTasks as w } from './words/homeTasks';

interface Known {
  loads?: Page<Load>;
  /** What waits for an answer: its load does not wait for a trip. */
  offers?: Page<Offer>;
}

function first(me: Me): Task {
  const broker = me.permissions.includes('carriage.broker');
  return {
    key: 'load',
    title: broker ? w.firstLoadOfBroker : w.firstLoad,
    verb: broker ? w.market : terms.loads.post,
    to: broker ? '/loads?scope=market' : '/loads/new',
    urgency: 'whenever',
    begins: true,
  };
}

function taskOf(load: Load, offers: Offer[], now: number): Task | undefined {
  const to = `/loads/${load.id}`;
  if (load.status === 'DRAFT')
    return { key: to, title: w.draft(load.reference), verb: w.finish, to, urgency: 'whenever' };
  if (load.status !== 'OPEN' || offers.some((offer) => offer.loadId === load.id)) return undefined;
  const pickup = load.stops[0];
  const deadline = pickup?.window.end;
  return {
    key: to,
    title: w.uncovered(load.reference),
    verb: w.match,
    to,
    deadline,
    zone: pickup?.place.zone,
    urgency: urgencyOf(deadline, now),
  };
}

export function tasksOf({ loads, offers }: Known, me: Me, now: number): Task[] {
  if (!loads) return [];
  if (loads.items.length === 0) return [first(me)];
  return loads.items.flatMap((load) => taskOf(load, offers?.items ?? [], now) ?? []);
}

export const homeTasks = declare(
  50,
  (me) => ({
    loads: useQuery({
      ...queries.loads({ scope: 'own', limit: 100 }),
      enabled: actsIn(me, 'loads.post'),
    }),
    offers: useQuery({
      ...queries.offers({ direction: 'RECEIVED', status: 'OPEN', limit: 100 }),
      enabled: actsIn(me, 'offers.view'),
    }),
  }),
  tasksOf,
);
