import { useEffect, useRef, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { FieldProblem } from '@/api/problem';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';
import { Button } from './Button';
import { Form, type FormErrors } from './Form';

export interface Step {
  name: string;
  /** The pointers whose fields are in this step, so that a refusal of the server opens the right step. */
  pointers: string[];
  content: ReactNode;
  check: () => FieldProblem[];
  summary: ReactNode;
}

/** One topic for each step, then a review with a way back to each. The URL says which step is open, so Back works. */
export function StepForm({
  label,
  steps,
  errors,
  submit,
  pending,
  onSubmit,
  extra,
}: {
  label: string;
  steps: Step[];
  errors: FormErrors;
  submit: string;
  pending: boolean;
  onSubmit: () => void;
  extra?: ReactNode;
}) {
  const [search, setSearch] = useSearchParams();
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = Number(search.get('step') ?? '1') - 1;
  const at = Math.min(Math.max(0, Number.isInteger(asked) ? asked : 0), steps.length);
  const review = at === steps.length;
  const before = useRef(at);

  useEffect(() => {
    if (before.current !== at) heading.current?.focus();
    before.current = at;
  }, [at]);

  function go(step: number, replace = false): void {
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        after.set('step', String(step + 1));
        return after;
      },
      { replace },
    );
  }

  useEffect(() => {
    const first = errors.general && errors.list[0];
    if (!first || !review) return;
    const step = steps.findIndex((candidate) => candidate.pointers.some((p) => first.pointer.startsWith(p)));
    if (step >= 0) go(step);
    // Only a new refusal may move the form to another step.
    // eslint-disable-next-line
  }, [errors.round]);

  function proceed(): void {
    if (!review) {
      const wrong = steps[at]!.check();
      errors.show(wrong);
      if (wrong.length === 0) go(at + 1);
      return;
    }
    const bad = steps.findIndex((step) => step.check().length > 0);
    if (bad >= 0) {
      go(bad);
      errors.show(steps[bad]!.check());
    } else {
      onSubmit();
    }
  }

  return (
    <Form errors={errors} onSubmit={proceed} label={label}>
      <div>
        <p className="text-secondary">{inputs.forms.step(at + 1, steps.length + 1)}</p>
        <h2 ref={heading} tabIndex={-1} className="text-lg">
          {review ? inputs.forms.review : steps[at]!.name}
        </h2>
      </div>
      {review ? (
        <div className="flex flex-col gap-3">
          {steps.map((step, index) => (
            <section key={step.name} aria-label={step.name} className="panel flex flex-wrap gap-3 p-4">
              <div className="min-w-0 flex-1 basis-52">
                <h3 className="mb-1">{step.name}</h3>
                {step.summary}
              </div>
              <Button look="quiet" onClick={() => go(index)} aria-label={inputs.forms.edit(step.name)}>
                {terms.actions.edit}
              </Button>
            </section>
          ))}
        </div>
      ) : (
        steps[at]!.content
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" pending={pending}>
          {review ? submit : terms.actions.continue}
        </Button>
        {at > 0 && <Button onClick={() => go(at - 1)}>{terms.actions.back}</Button>}
        {review && extra}
      </div>
    </Form>
  );
}
