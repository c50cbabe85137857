import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Problem } from '@/api/problem';
import { failures } from '@/words/failures';
import { terms } from '@/words/terms';
import { Button } from './Button';
import { Message } from './Waiting';

/** Says why there is nothing, and what to do about it. */
export function EmptyState({ title, text, action }: { title: string; text: string; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-panel border border-dashed border-control p-6">
      <h2 className="text-base">{title}</h2>
      <p className="max-w-prose text-secondary">{text}</p>
      {action}
    </div>
  );
}

/** Keeps the place of content that is loading. It becomes visible only if that takes a while. */
export function Skeleton({ rows = 4 }: { rows?: number }) {
  return (
    <div role="status" className="after-delay flex flex-col gap-3">
      <span className="sr-only">{failures.states.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} aria-hidden="true" className="h-14 rounded-panel bg-hover" />
      ))}
    </div>
  );
}

export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const problem = Problem.of(error);
  const say =
    problem.status === 403
      ? { title: failures.states.noAccessTitle, text: failures.states.noAccess }
      : problem.status === 404
        ? problem.passedOn
          ? { title: failures.states.passedOnTitle, text: failures.states.passedOn }
          : { title: failures.states.notFoundTitle, text: failures.states.notFound }
        : { title: problem.title, text: <Message problem={problem} onOver={retry} /> };
  return (
    <div
      role="alert"
      className="flex flex-col items-start gap-3 rounded-panel border border-danger bg-danger-fill p-6"
    >
      <h2 className="text-base text-danger">{say.title}</h2>
      <p className="max-w-prose text-danger">{say.text}</p>
      {problem.correlationId && problem.status !== 403 && problem.status !== 404 && (
        <p className="text-xs text-danger">{failures.errors.correlation(problem.correlationId)}</p>
      )}
      {problem.passedOn && (
        <Link className="link inline-flex min-h-11 items-center" to="/">
          {failures.states.toToday}
        </Link>
      )}
      {retry && problem.status !== 403 && problem.status !== 404 && (
        <Button onClick={retry}>{terms.actions.retry}</Button>
      )}
    </div>
  );
}

/** Says beside the button why its command was refused or failed. */
export function CommandError({ error }: { error: Problem | null }) {
  if (!error) return null;
  return (
    <div role="alert" className="rounded-control bg-danger-fill p-3 text-danger">
      <p className="font-semibold">{error.title}</p>
      <p>
        <Message problem={error} />
      </p>
      {error.fields.length > 0 && (
        <ul className="list-disc pl-5">
          {error.fields.map((field) => (
            <li key={field.pointer}>{field.detail}</li>
          ))}
        </ul>
      )}
      {error.correlationId && error.status >= 500 && (
        <p className="text-xs">{failures.errors.correlation(error.correlationId)}</p>
      )}
    </div>
  );
}

/** Shows a query's skeleton, its error with a retry, or its data. Old data stays on screen while newer is fetched. */
export function Loaded<T>({
  query,
  children,
  rows,
}: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
  rows?: number;
}) {
  // The trip was handed over, so this reader may not see any more what was read before.
  const passedOn = query.isError && Problem.of(query.error).passedOn;
  if (query.data !== undefined && !passedOn) {
    return (
      <>
        {query.isError && (
          <p role="status" className="mb-3 rounded-control bg-warning-fill p-2 text-warning">
            {failures.states.stale}{' '}
            <button type="button" className="underline" onClick={() => void query.refetch()}>
              {terms.actions.retry}
            </button>
          </p>
        )}
        {children(query.data)}
      </>
    );
  }
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  return <Skeleton rows={rows} />;
}
