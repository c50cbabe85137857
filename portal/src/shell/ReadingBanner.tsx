import { useEffect } from 'react';
import { post } from '@/api/http';
import { reading } from '@/api/reading';
import { useCommand } from '@/api/command';
import { Button } from '@/components/Button';
import { useNow } from '@/components/useNow';
import { frame } from '@/words/frame';
import { useMe } from './me';

const w = frame.reading;

/** Stands above every screen while an administrator sees it in somebody's place: says whose screen it is and for how long, and offers the way out. */
export function ReadingBanner() {
  const me = useMe();
  const now = useNow(1000);
  const end = useCommand(
    () => post('/auth/impersonation/end'),
    () => reading.leave(),
  );
  const seconds = me.impersonation
    ? Math.max(0, Math.ceil((Date.parse(me.impersonation.endsAt) - now) / 1000))
    : 0;
  const over = me.impersonation !== null && seconds === 0;
  useEffect(() => {
    if (over) reading.leave();
  }, [over]);
  if (!me.impersonation) return null;
  return (
    <aside
      aria-label={w.label}
      className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-warning bg-warning-fill px-4 py-2 text-warning rail:px-6"
    >
      <p className="min-w-0">
        <span className="font-semibold">
          {w.sees(
            me.impersonation.administrator,
            me.person.name,
            me.organisation?.name ?? frame.shell.platform,
          )}
        </span>{' '}
        {w.readingOnly}
      </p>
      <p className="flex items-center gap-3">
        <span className="figures" role="timer">
          {w.left(seconds)}
        </span>
        <Button
          pending={end.isPending}
          onClick={() => end.mutate(undefined, { onError: () => reading.leave() })}
        >
          {w.end}
        </Button>
      </p>
    </aside>
  );
}
