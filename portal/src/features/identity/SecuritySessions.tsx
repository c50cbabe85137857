import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '@/api/command';
import { ask, post } from '@/api/http';
import { queries } from '@/api/queries';
import type { OpenSession } from '@/api/types';
import { announce } from '@/components/Announcer';
import { DataTable } from '@/components/DataTable';
import { Confirm } from '@/components/Dialog';
import { Panel } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { Loaded } from '@/components/States';
import { terms } from '@/words/terms';
import { security as w } from './words/security';

/** Where this person is signed in, with a way to end any session that they do not know. */
export function SecuritySessions() {
  const [after, setAfter] = useState('');
  const sessions = useQuery(queries.sessions(after || undefined));
  const others = sessions.data?.items.some((session) => !session.current);
  return (
    <Panel title={w.sessions} actions={others && <EndOthers />}>
      <p className="mb-3 text-secondary">{w.sessionsText}</p>
      <Loaded query={sessions}>
        {(page) => (
          <DataTable<OpenSession>
            label={w.sessions}
            rows={page.items}
            rowKey={(session) => session.id}
            next={page.next}
            onMore={setAfter}
            onFirst={after ? () => setAfter('') : undefined}
            columns={[
              {
                name: terms.security.device,
                cell: (session) => (
                  <>
                    <span className="block font-semibold">{nameOf(session)}</span>
                    {session.current && <span className="text-success">{w.thisOne}</span>}
                  </>
                ),
              },
              { name: terms.security.organisation, cell: (session) => session.organisationName },
              {
                name: terms.security.address,
                cell: (session) => session.address ?? terms.security.unknownAddress,
              },
              {
                name: w.firstSeen,
                cell: (session) => <SiteTime instant={session.device?.firstSeenAt ?? session.openedAt} />,
              },
              {
                name: terms.security.lastUsed,
                cell: (session) => <SiteTime instant={session.lastUsedAt} ago />,
              },
              {
                name: w.actions,
                cell: (session) => !session.current && <End session={session} />,
              },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
}

function nameOf(session: OpenSession): string {
  return session.device?.name ?? terms.security.unknownDevice;
}

function End({ session }: { session: OpenSession }) {
  const end = useCommand(
    () => ask(`/sessions/${session.id}`, { method: 'DELETE' }),
    () => announce(w.ended),
  );
  return (
    <Confirm
      label={w.end}
      title={w.endTitle(nameOf(session))}
      text={w.endText}
      confirm={w.end}
      pending={end.isPending}
      error={end.error}
      onConfirm={() => end.mutate()}
    />
  );
}

function EndOthers() {
  const end = useCommand(
    (_: void, key) => post('/sessions/end-others', undefined, { idempotencyKey: key }),
    () => announce(w.othersEnded),
  );
  return (
    <Confirm
      label={w.endOthers}
      title={w.endOthersTitle}
      text={w.endOthersText}
      confirm={w.endOthers}
      pending={end.isPending}
      error={end.error}
      onConfirm={() => end.mutate()}
    />
  );
}
