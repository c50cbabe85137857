import type { HomeTask, HomeView, Money } from '@/api/types';
import type { Reader } from '@/shell/me';

/** What the server tells of a task, with nothing absent: a kind knows what it has. */
export interface Facts {
  id: string;
  reference: string;
  /** What the subject belongs to, such as an offer's load. */
  within: { id: string; reference: string };
  counterpart: string;
  amount: Money | null;
  place: string;
  deadline: string | null;
  /** How many there are of the kind. */
  total: number;
}

export interface Said {
  title: string;
  verb: string;
  to: string;
  /** What comes by itself at the deadline; that it is to be done by then if left out. */
  then?: string;
  /** It waits for nothing, whatever its deadline. */
  isUrgent?: true;
  /** It stands for all of its kind. */
  isOneForAll?: true;
}

/** What is said of each kind of task: a feature says it in `features/<feature>/homeTasks.ts`. */
export type HomeTasks = Record<string, (facts: Facts, me: Reader) => Said>;

export type Urgency = 'now' | 'soon' | 'whenever';

export interface Task extends Said {
  key: string;
  deadline: string | null;
  zone?: string;
  /** None where somebody else has the turn: it is under way, and nothing to do. */
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

/** In the server's order; what a newer server tells of and this page has no words for is left out. */
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
