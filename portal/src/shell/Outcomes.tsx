import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { agreements } from '@/api/agreements';
import { askAgain, letBe, resume, useOutcomes, useUnanswered } from '@/api/intentions';
import { Button } from '@/components/Button';
import { once as w } from '@/words/once';
import { terms } from '@/words/terms';

/** Stands above every screen: says what became of a command whose sender did not wait for it, and which commands have no answer yet. */
export function Outcomes() {
  const client = useQueryClient();
  const outcomes = useOutcomes();
  const unanswered = useUnanswered();
  useEffect(() => {
    void resume().then((asked) => (asked.length > 0 ? client.invalidateQueries() : undefined));
  }, [client]);
  if (outcomes.length === 0 && unanswered.length === 0) return null;
  return (
    <section aria-label={w.title} className="flex flex-col border-b border-line bg-surface">
      {outcomes.map((outcome) => (
        <div
          key={outcome.key}
          role="status"
          className={`flex flex-wrap items-center gap-3 px-4 py-2 rail:px-6 ${outcome.refused ? 'text-danger' : 'text-success'}`}
        >
          <p className="min-w-0 flex-1 basis-60">
            {outcome.text}{' '}
            {outcome.to && (
              <Link className="underline" to={outcome.to} onClick={() => letBe(outcome.key)}>
                {w.look}
              </Link>
            )}
          </p>
          <Button onClick={() => letBe(outcome.key)}>{terms.actions.close}</Button>
        </div>
      ))}
      {unanswered.map((intention) => (
        <div
          key={intention.key}
          role="status"
          className="flex flex-wrap items-center gap-3 px-4 py-2 text-warning rail:px-6"
        >
          <p className="min-w-0 flex-1 basis-60">
            {w.noAnswer(agreements[intention.name].says.doing(intention.label))}
          </p>
          <Button
            look="primary"
            onClick={() => void askAgain(intention).then(() => client.invalidateQueries())}
          >
            {w.askAgain}
          </Button>
          <Button onClick={() => letBe(intention.key)}>{w.letBe}</Button>
        </div>
      ))}
    </section>
  );
}
