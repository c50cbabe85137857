import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/States';
import { failures } from '@/words/failures';
import { phone } from '@/words/phone';
import { terms } from '@/words/terms';

/** An error in one screen stays in that screen; the frame around it goes on working. */
export function RouteError() {
  const error = useRouteError();
  // Without a connection a screen whose chunk was never loaded can't be shown; nothing is broken then.
  const missing = !navigator.onLine && error instanceof TypeError;
  const lost = isRouteErrorResponse(error) && error.status === 404;
  if (lost) return <NotFound />;
  return (
    <div
      role="alert"
      className="flex flex-col items-start gap-3 rounded-panel border border-danger bg-danger-fill p-6"
    >
      <h1 className="text-base text-danger">
        {missing ? phone.device.chunkTitle : failures.errors.screenTitle}
      </h1>
      <p className="text-danger">{missing ? phone.device.chunk : failures.errors.screen}</p>
      <Button onClick={() => location.reload()}>{terms.actions.reload}</Button>
    </div>
  );
}

export function NotFound() {
  return (
    <EmptyState
      title={failures.states.notFoundTitle}
      text={failures.states.notFound}
      action={
        <Link className="link" to="/">
          {failures.states.toHome}
        </Link>
      }
    />
  );
}
