import type { HomeTask, HomeView, Money } from '@/api/types';
import type { Reader } from '@/shell/me';

/** What the server tells about a task, without absent fields: each kind knows which of them it has. */
export interface Facts {
  id: string;
  reference: string;
  /** What the subject belongs to, such as the load of an offer. */
  within: { id: string; reference: string };
  counterpart: string;
  amount: Money | null;
  place: string;
  deadline: string | null;
  /** How many tasks of the kind there are. */
  total: number;
}

export interface Said {
  title: string;
  verb: string;
  to: string;
  /** What happens by itself at the deadline. Left out where the task is simply due by then. */
  then?: string;
  /** It is urgent, whatever its deadline. */
  isUrgent?: true;
  /** It stands for all tasks of its kind. */
  isOneForAll?: true;
}

/** What is said about each kind of task. A feature says it in `features/<feature>/homeTasks.ts`. */
export type HomeTasks = Record<string, (facts: Facts, me: Reader) => Said>;

export type Urgency = 'now' | 'soon' | 'whenever';

export interface Task extends Said {
  key: string;
  deadline: string | null;
  zone?: string;
  /** None where somebody else has the turn: then it is under way and there is nothing to do. */
  urgency?: Urgency;
}

const declared = import.meta.glob<HomeTasks>('../../features/*/homeTasks.ts', {
  eager: true,
  import: 'homeTasks',
});

export const kinds: HomeTasks = Object.assign({}, ...Object.values(declared)) as HomeTasks;

const hour = 3_600_000;

export function urgencyOf(deadline: string | null, now: number): Urgency {
  if (!deadline) return 'whenever';
  const left = Date.parse(deadline) - now;
  return left < 4 * hour ? 'now' : left < 48 * hour ? 'soon' : 'whenever';
}

function factsOf({ subject, within, counterpart, amount, place, deadline }: HomeTask, total: number): Facts {
  return {
    id: subject?.id ?? '',
    reference: subject?.reference ?? '',
    within: { id: within?.id ?? '', reference: within?.reference ?? '' },
    counterpart: counterpart ?? '',
    amount,
    place: place ?? '',
    deadline,
    total,
  };
}

/** The tasks in the server's order. Kinds of a newer server, for which this page has no words, are left out. */
export function tasksOf({ tasks, totals }: HomeView, me: Reader, now: number): Task[] {
  const numbers = new Map(totals.map(({ kind, number }) => [kind, number]));
  return tasks.flatMap((task): Task[] => {
    const said = kinds[task.kind]?.(factsOf(task, numbers.get(task.kind) ?? 1), me);
    if (!said) return [];
    const urgency = said.isUrgent ? 'now' : urgencyOf(task.deadline, now);
    return [
      {
        ...said,
        key: `${task.kind} ${task.subject?.id ?? ''}`,
        deadline: task.deadline,
        ...(task.zone && { zone: task.zone }),
        ...(task.turn === 'YOURS' && { urgency }),
      },
    ];
  });
}

/** How many more wait than are told one by one, of what this page has words for. */
export function moreOf({ tasks, totals }: HomeView, me: Reader): number {
  return totals.reduce((more, { kind, number }) => {
    const say = kinds[kind];
    if (!say) return more;
    const shown = tasks.filter((task) => task.kind === kind);
    const first = shown[0];
    const isOne = first && say(factsOf(first, number), me).isOneForAll;
    return isOne || first?.turn === 'OTHERS' ? more : more + number - shown.length;
  }, 0);
}
