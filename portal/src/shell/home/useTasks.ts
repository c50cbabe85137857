import type { UseQueryResult } from '@tanstack/react-query';
import type { Reader } from '@/shell/me';
import { inOrder, type HomeTasks, type Task } from './tasks';

const declared = import.meta.glob<HomeTasks>('../../features/*/homeTasks.ts', {
  eager: true,
  import: 'homeTasks',
});

/** In one order for good, since each brings hooks. */
const sources = Object.values(declared).sort((a, b) => a.place - b.place);

/** Everything that waits for an answer or an act, or is under way. */
export function useTasks(me: Reader, now: number): { asked: UseQueryResult<unknown>[]; tasks: Task[] } {
  const brought = sources.map((source) => source.useTasks(me, now));
  return {
    asked: brought.flatMap(({ asked }) => asked),
    tasks: inOrder(brought.flatMap(({ tasks }) => tasks)),
  };
}
