import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { readAgain } from './again';
import type { AgreementName } from './agreements';
import { carryOut, refusedOutcome, show, showOutcome, tellsOfNoAnswer } from './intentions';
import { newKey } from './http';
import { asOwn } from './own';
import { Problem } from './problem';

/** The body that is sent, or work that must be done before the body is known, such as storing files first. */
type Body = object | void | (() => Promise<object>);

/** Where the button was pressed: the screen, and the dialog if it was in one. */
interface Pressed {
  path: string;
  dialog: string | undefined;
}

/** The dialog that the button was pressed in. It is the one on top, since nothing outside of it can be pressed while it is open. */
const topDialog = () => [...document.querySelectorAll('dialog[open]')].at(-1)?.id;

/** Whether the place of the press is gone. A dialog that was closed and opened again counts as there: it has the same id, and shows the refusal itself. */
const isGone = ({ path, dialog }: Pressed) =>
  location.pathname !== path || (dialog !== undefined && !document.getElementById(dialog));

/** The longest time that a screen needs to be drawn from what was just read. */
const drawnMillis = 50;

/**
 * A command of money or agreement. It is done once, however often it is pressed, and the person learns what became of it. They learn it where they pressed;
 * or, if they have left that screen, closed the dialog, or somebody else's change removed the button, on whatever screen they are.
 *
 * Call it in the component that shows the error, or in the one that opens the dialog that shows it.
 *
 * @param thing `label` is what people call it, `kept` is the name under which its form keeps its draft
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
      // Somebody else acted first, so the screen no longer shows the present state.
      if (problem.status === 409 || problem.status === 412 || problem.passedOn) {
        await client.invalidateQueries();
        await new Promise((resolve) => setTimeout(resolve, drawnMillis));
      }
      const unseen = gone.current || (before !== undefined && isGone(before));
      if (unseen && !tellsOfNoAnswer(problem)) show(refusedOutcome({ name, ...thing }, problem));
    },
  });
}
