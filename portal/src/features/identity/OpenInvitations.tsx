import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '@/api/command';
import { ask } from '@/api/http';
import { queries } from '@/api/queries';
import type { OpenInvitation } from '@/api/types';
import { announce } from '@/components/Announcer';
import { DataTable } from '@/components/DataTable';
import { Confirm } from '@/components/Dialog';
import { SiteTime } from '@/components/SiteTime';
import { EmptyState, Loaded } from '@/components/States';
import { useMe } from '@/shell/me';
import { terms } from '@/words/terms';
import { organisation } from './words/organisation';

const w = organisation.invitations;

/** Invitations that can still be accepted. A person who manages the organisation can withdraw them here. */
export function OpenInvitations({ organisationId }: { organisationId: string }) {
  const { ownRoles } = useMe().organisation!;
  const [after, setAfter] = useState('');
  const invitations = useQuery(queries.openInvitations(organisationId, after || undefined));
  return (
    <section aria-labelledby="open-invitations" className="mt-8 flex flex-col gap-4">
      <h2 id="open-invitations">{w.title}</h2>
      <Loaded query={invitations}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState title={w.none} text={w.noneText} />
          ) : (
            <DataTable<OpenInvitation>
              label={w.title}
              rows={page.items}
              rowKey={(invitation) => invitation.id}
              next={page.next}
              onMore={setAfter}
              onFirst={after ? () => setAfter('') : undefined}
              columns={[
                { name: organisation.members.email, cell: (invitation) => invitation.email },
                {
                  name: organisation.members.roles,
                  cell: (invitation) => terms.roles(invitation.roles, ownRoles),
                },
                { name: w.invitedBy, cell: (invitation) => invitation.invitedBy },
                { name: w.expires, cell: (invitation) => <SiteTime instant={invitation.expiresAt} /> },
                {
                  name: organisation.members.change,
                  cell: (invitation) => <Withdraw organisationId={organisationId} invitation={invitation} />,
                },
              ]}
            />
          )
        }
      </Loaded>
    </section>
  );
}

function Withdraw({ organisationId, invitation }: { organisationId: string; invitation: OpenInvitation }) {
  const withdraw = useCommand(
    () =>
      ask(`/organisations/${encodeURIComponent(organisationId)}/invitations/${invitation.id}`, {
        method: 'DELETE',
      }),
    () => announce(w.withdrawn),
  );
  return (
    <Confirm
      label={w.withdraw}
      title={w.withdrawTitle(invitation.email)}
      text={w.withdrawText}
      confirm={w.withdraw}
      pending={withdraw.isPending}
      error={withdraw.error}
      onConfirm={() => withdraw.mutate()}
    />
  );
}
