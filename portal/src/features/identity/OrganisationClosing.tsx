import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { queries } from '@/api/queries';
import { session } from '@/api/session';
import { forgetIntentions } from '@/api/signedOut';
import { Confirm } from '@/components/Dialog';
import { Panel } from '@/components/PageHeader';
import { Loaded } from '@/components/States';
import { organisation as w } from './words/organisation';

/** Leaving the organisation, and closing it. After either the session is over. */
export function OrganisationClosing({ organisationId, closes }: { organisationId: string; closes: boolean }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const path = `/organisations/${organisationId}`;
  function gone(): void {
    forgetIntentions();
    session.close();
    client.clear();
    void navigate('/sign-in', { replace: true });
  }
  const leave = useCommand((_: void, key) => post(`${path}/leave`, {}, { idempotencyKey: key }), gone);
  const close = useCommand((_: void, key) => post(`${path}/close`, {}, { idempotencyKey: key }), gone);
  return (
    <Panel title={w.going}>
      <div className="flex flex-col items-start gap-3">
        <Confirm
          label={w.leave}
          title={w.leave}
          text={w.leaveText}
          confirm={w.leave}
          pending={leave.isPending}
          error={leave.error}
          onConfirm={() => leave.mutate()}
        />
        {closes && (
          <Confirm
            label={w.close}
            title={w.closeTitle}
            text={w.closeText}
            confirm={w.close}
            pending={close.isPending}
            error={close.error}
            onConfirm={() => close.mutate()}
          >
            <Obstacles organisationId={organisationId} />
          </Confirm>
        )}
      </div>
    </Panel>
  );
}

function Obstacles({ organisationId }: { organisationId: string }) {
  const closing = useQuery(queries.closing(organisationId));
  return (
    <Loaded query={closing}>
      {({ obstacles }) =>
        obstacles.length > 0 && (
          <>
            <p className="font-semibold">{w.obstacles}</p>
            <ul className="list-disc pl-5">
              {obstacles.map((obstacle) => (
                <li key={obstacle}>{obstacle}</li>
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  );
}
