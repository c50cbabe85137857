import { useEffect, useState } from 'react';
import type { Problem } from '@/api/problem';
import { failures } from '@/words/failures';

/** Seconds until then, counted down on screen. */
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

/** What was refused, in words; where it was too much, how long to wait, and what happens then. @param onOver asks again by itself */
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
