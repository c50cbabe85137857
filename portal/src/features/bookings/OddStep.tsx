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

/** Sends a usual report at once, and an odd one only after the person has confirmed it. */
export function useOdd() {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [returned, setReturned] = useState(false);
  const back = () => {
    setReturned(true);
    setAsked(null);
  };
  return {
    asked,
    /** Whether the form is shown again after this step, so that the focus goes back to where it was. */
    returned,
    tell: (sentences: string[], go: () => void) =>
      sentences.length === 0 ? go() : setAsked({ sentences, go }),
    back,
    /** Goes back to the form, which shows the server's refusal. */
    backWith: (showProblem: (problem: Problem) => void) => (problem: Problem) => {
      setAsked(null);
      showProblem(problem);
    },
  };
}

/** Stands in place of the form: says in plain words what is odd, and asks for a second press. */
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
