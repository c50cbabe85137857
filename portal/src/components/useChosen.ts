import { notifyManager } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Problem } from '@/api/problem';

/**
 * Choices that are saved as soon as they are made. A choice is shown from that moment until the saved value has been read again, or until it is refused. (A
 * mutation says too late that it is under way: by then React has put the box back.) The choices about one thing are sent in the order in which they were
 * made.
 *
 * @param keep sends one choice; its promise is fulfilled when the saved value has been read again
 */
export function useChosen<Value>(keep: (thing: string, value: Value) => Promise<unknown>) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, { value: Value }>>(new Map());
  const [refused, setRefused] = useState<Problem | null>(null);
  const last = useRef(new Map<string, Promise<void>>());

  function choose(thing: string, value: Value): void {
    const choice = { value };
    setChosen((all) => new Map(all).set(thing, choice));
    setRefused(null);
    const forget = () =>
      setChosen((all) =>
        all.get(thing) === choice ? new Map([...all].filter(([other]) => other !== thing)) : all,
      );
    const sent = (last.current.get(thing) ?? Promise.resolve())
      .then(() => keep(thing, value))
      .catch((fault: unknown) => setRefused(Problem.of(fault)))
      // comes after React Query's own notifications of what was read, so that the old value is not shown in between
      .then(() => notifyManager.schedule(forget));
    last.current.set(thing, sent);
  }

  return {
    choose,
    /** What to show for a thing whose saved value is `kept`. */
    shown: (thing: string, kept: Value): Value => {
      const choice = chosen.get(thing);
      return choice ? choice.value : kept;
    },
    refused,
  };
}
