import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { queries } from '@/api/queries';
import { Button } from '@/components/Button';
import { CommandError, EmptyState, Loaded } from '@/components/States';
import { Entrance } from '@/shell/Entrance';
import { inbox as w } from './words/inbox';
import { notices } from './words/kinds';

/** Opened by the link of a mail. Opening it changes nothing, and nobody has to sign in to stop such mails. */
export function Unsubscribe() {
  const [token] = useState(() => location.hash.slice(1));
  const asked = useQuery({ ...queries.unsubscribing(token), enabled: token !== '' });
  const stop = useCommand(() =>
    post(`/notifications/unsubscribe/${encodeURIComponent(token)}`, {}, { anonymous: true }),
  );
  const gone =
    token === '' || (asked.error !== null && 'status' in asked.error && asked.error.status === 404);
  return (
    <Entrance title={w.unsubscribe}>
      {gone ? (
        <EmptyState title={w.linkGone} text={w.linkGoneText} action={<ToProfile />} />
      ) : (
        <Loaded query={asked} rows={1}>
          {(choice) =>
            choice.mail ? (
              <>
                <p className="mb-4">{w.unsubscribeText(notices.kindName(choice.kind))}</p>
                <CommandError error={stop.error} />
                <Button look="primary" pending={stop.isPending} onClick={() => stop.mutate()}>
                  {w.unsubscribeButton}
                </Button>
              </>
            ) : (
              <>
                <p role="status" className="mb-4">
                  {w.unsubscribed(notices.kindName(choice.kind))}
                </p>
                <ToProfile />
              </>
            )
          }
        </Loaded>
      )}
    </Entrance>
  );
}

function ToProfile() {
  return (
    <Link className="link inline-flex min-h-11 items-center" to="/profile">
      {w.toProfile}
    </Link>
  );
}
