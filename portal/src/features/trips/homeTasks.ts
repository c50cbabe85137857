import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import { homeTasks as declare } from '@/shell/home/tasks';
import { actsIn } from '@/shell/me';
import { terms } from '@/words/terms';
import { homeTasks as w } from './words/homeTasks';

export const homeTasks = declare(
  70,
  (me) => ({
    trips: useQuery({
      ...queries.trips({ scope: 'own', limit: 100 }),
      enabled: actsIn(me, 'trips.post'),
    }),
  }),
  ({ trips }) =>
    trips?.items.length === 0
      ? [
          {
            key: 'trip',
            title: w.firstTrip,
            verb: terms.trips.post,
            to: '/trips/new',
            urgency: 'whenever',
            begins: true,
          },
        ]
      : [],
);
