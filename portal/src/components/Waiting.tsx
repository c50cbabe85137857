import { useEffect, useState } from 'react';
import type { Problem } from '@/api/problem';
import { failures } from '@/words/failures';

/** The seconds left until a time, counted down on screen. */
function useSecondsUntil(time: number | null): number {
  const left = () => (time === null ? 0 : Math.max(0, Math.ceil((time - Date.now()) / 1000)));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    if (time === null) return;
    const clock = setInterval(() => setSeconds(left()), 1000);
    return () => clearInterval(clock);
  }, [time]);
  return seconds;
}

/**
 * A refusal in words. Where there were too many calls, it also says how long to wait and what happens then. @param onOver called after the wait; it asks
 * again
 */
export function Message({ problem, onOver }: { problem: Problem; onOver?: () => void }) {
  const seconds = useSecondsUntil(problem.waitsUntil);
  const over = problem.waitsUntil !== null && seconds === 0;
  useEffect(() => {
    if (over) onOver?.();
  }, [over]);
  if (problem.waitsUntil === null) return problem.message;
  const rates = problem.slug === 'request/too-many';
  return (
    <>
      {rates ? failures.errors.tooMuch : problem.message} {/* Read out once, not each second. */}
      <span aria-live="off">
        {over
          ? failures.errors.again
          : onOver
            ? failures.errors.goesOnIn(seconds)
            : failures.errors.againIn(seconds)}
      </span>
    </>
  );
}
