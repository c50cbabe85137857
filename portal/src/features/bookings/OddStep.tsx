import { useEffect, useId, useRef, useState } from 'react';
import type { Problem } from '@/api/problem';
import { Button } from '@/components/Button';
import { terms } from '@/words/terms';
import { words } from './words';

const w = words.odd;

interface Asked {
  sentences: string[];
  go: () => void;
}

/** Tells at once what is usual, and what is odd once its teller has said so again. */
export function useOdd() {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [returned, setReturned] = useState(false);
  const back = () => {
    setReturned(true);
    setAsked(null);
  };
  return {
    asked,
    /** The form is shown again, and the focus is to be where it was. */
    returned,
    tell: (sentences: string[], go: () => void) =>
      sentences.length === 0 ? go() : setAsked({ sentences, go }),
    back,
    /** What the server refuses is said at the form. */
    backWith: (showProblem: (problem: Problem) => void) => (problem: Problem) => {
      setAsked(null);
      showProblem(problem);
    },
  };
}

/** In the place of the form: what is odd in plain words, and a second press. */
export function OddStep({ asked, pending, onBack }: { asked: Asked; pending: boolean; onBack: () => void }) {
  const name = useId();
  const step = useRef<HTMLDivElement>(null);
  useEffect(() => step.current?.focus(), []);
  return (
    <div ref={step} role="group" tabIndex={-1} aria-labelledby={name} className="flex flex-col gap-4">
      <div className="rounded-panel bg-warning-fill p-3 text-warning">
        <h3 id={name} className="font-semibold">
          {w.title}
        </h3>
        <ul className="mt-1 flex list-disc flex-col gap-1 pl-5">
          {asked.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      <Button look="primary" large pending={pending} onClick={asked.go}>
        {w.allTheSame}
      </Button>
      <Button large disabled={pending} onClick={onBack}>
        {terms.actions.back}
      </Button>
    </div>
  );
}
