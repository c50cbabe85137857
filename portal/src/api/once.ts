import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { readAgain } from './again';
import type { AgreementName } from './agreements';
import { carryOut, refusedOutcome, show, showOutcome, tellsOfNoAnswer } from './intentions';
import { newKey } from './http';
import { asOwn } from './own';
import { Problem } from './problem';

/** What is sent with it, or what has to come before that is known, such as files that are stored first. */
type Body = object | void | (() => Promise<object>);

/** Where it was pressed: on which screen, and in which dialog, if in one. */
interface Pressed {
  path: string;
  dialog: string | undefined;
}

/** The dialog that was pressed in: the one on top, since nothing outside of it can be pressed while it is open. */
const topDialog = () => [...document.querySelectorAll('dialog[open]')].at(-1)?.id;

/** Whether what was pressed is not there any more. A dialog that was closed and opened again counts as there: it has the same id, and shows the refusal itself. */
const isGone = ({ path, dialog }: Pressed) =>
  location.pathname !== path || (dialog !== undefined && !document.getElementById(dialog));

/** So long a screen takes at most to be drawn from what was just read. */
const drawnMillis = 50;

/**
 * A command of money or agreement: done once, however often it is pressed, and its person learns what became of it: where they pressed, or, when they have gone
 * elsewhere meanwhile or what they pressed is gone, since somebody was first or they closed its dialog, on whatever screen they are.
 *
 * It stands in the component that shows its error, or in the one that opens the dialog which does.
 *
 * @param thing `label` is what people call it, `kept` the name under which its form keeps its draft
 */
export function useOnce<Answer = unknown>(
  name: AgreementName,
  thing: { id?: string; label: string; version?: number; kept?: string },
  onDone?: (answer: Answer) => void,
) {
  const client = useQueryClient();
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  return useMutation<Answer, Problem, Body, Pressed>({
    onMutate: () => ({ path: location.pathname, dialog: topDialog() }),
    mutationFn: async (body) =>
      (await asOwn(async () =>
        carryOut({
          name,
          id: '',
          ...thing,
          body: (typeof body === 'function' ? await body() : body) ?? {},
        }),
      )) as Answer,
    onSuccess: async (answer, _, before) => {
      if (location.pathname === before.path) onDone?.(answer);
      else showOutcome({ key: newKey(), name, id: '', ...thing }, answer);
      await readAgain(client);
    },
    onError: async (problem, _, before) => {
      // Somebody was first: what is on screen is not what is there.
      if (problem.status === 409 || problem.status === 412 || problem.passedOn) {
        await client.invalidateQueries();
        await new Promise((resolve) => setTimeout(resolve, drawnMillis));
      }
      const unseen = gone.current || (before !== undefined && isGone(before));
      if (unseen && !tellsOfNoAnswer(problem)) show(refusedOutcome({ name, ...thing }, problem));
    },
  });
}
