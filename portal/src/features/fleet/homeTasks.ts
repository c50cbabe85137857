import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { Driver, Page, Vehicle } from '@/api/types';
import { homeTasks as declare, type Task } from '@/shell/home/tasks';
import { actsIn } from '@/shell/me';
import { terms } from '@/words/terms';
import { homeTasks as w } from './words/homeTasks';

interface Known {
  vehicles?: Page<Vehicle>;
  drivers?: Page<Driver>;
}

/** Without either no booking can be dispatched. */
export function tasksOf({ vehicles, drivers }: Known): Task[] {
  const begin = (key: string, title: string, verb: string): Task => ({
    key,
    title,
    verb,
    to: `/fleet/${key}s/new`,
    urgency: 'whenever',
    begins: true,
  });
  return [
    ...(vehicles?.items.length === 0 ? [begin('vehicle', w.firstVehicle, terms.fleet.addVehicle)] : []),
    ...(drivers?.items.length === 0 ? [begin('driver', w.firstDriver, terms.fleet.addDriver)] : []),
  ];
}

export const homeTasks = declare(
  60,
  (me) => {
    const enabled = actsIn(me, 'fleet.manage');
    return {
      vehicles: useQuery({ ...queries.vehicles({ limit: 1 }), enabled }),
      drivers: useQuery({ ...queries.drivers({ limit: 1 }), enabled }),
    };
  },
  tasksOf,
);
