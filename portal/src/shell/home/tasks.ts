import type { UseQueryResult } from '@tanstack/react-query';
import type { Me } from '@/api/types';
import type { Reader } from '@/shell/me';

export interface Task {
  key: string;
  title: string;
  verb: string;
  to: string;
  deadline?: string;
  /** What comes by itself then; that it is to be done by then if left out. */
  then?: string;
  zone?: string;
  /** None where somebody else has the turn: it is under way, and nothing to do. */
  urgency?: Urgency;
  /** Only a beginning, which can wait for everything else. */
  begins?: true;
}

export type Urgency = 'now' | 'soon' | 'whenever';

/** What was read, as far as it is there and the reader may know it. */
type Known<Reads extends Record<string, UseQueryResult<unknown>>> = {
  [Name in keyof Reads]?: Reads[Name]['data'];
};

/** What waits for somebody because of a feature's things: the feature says so in `features/<feature>/homeTasks.ts`. */
export interface HomeTasks {
  /** Among those of other features, where no deadline says it. */
  place: number;
  useTasks: (me: Reader, now: number) => { asked: UseQueryResult<unknown>[]; tasks: Task[] };
}

/** Of what is read for it, and of what follows from that: only the latter decides, and needs no screen to be tried. */
export function homeTasks<Reads extends Record<string, UseQueryResult<unknown>>>(
  place: number,
  useReads: (me: Reader) => Reads,
  tasksOf: (known: Known<Reads>, me: Me, now: number) => Task[],
): HomeTasks {
  return {
    place,
    useTasks: (me, now) => {
      const reads = useReads(me);
      const known: Known<Reads> = {};
      for (const name in reads) known[name] = reads[name]!.data;
      return { asked: Object.values(reads), tasks: tasksOf(known, me, now) };
    },
  };
}

const hour = 3_600_000;

export function urgencyOf(deadline: string | null | undefined, now: number): Urgency {
  if (!deadline) return 'whenever';
  const left = Date.parse(deadline) - now;
  return left < 4 * hour ? 'now' : left < 48 * hour ? 'soon' : 'whenever';
}

const at = (task: Task) =>
  task.deadline ? Date.parse(task.deadline) : task.begins ? Infinity : Number.MAX_VALUE;

/** The nearest deadline first, what only begins last. */
export function inOrder(tasks: Task[]): Task[] {
  return tasks.toSorted((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}
