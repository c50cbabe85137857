import { useQuery } from '@tanstack/react-query';
import { useCommand } from '@/api/command';
import { ask } from '@/api/http';
import { queries } from '@/api/queries';
import type { Policy } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Confirm } from '@/components/Dialog';
import { Panel } from '@/components/PageHeader';
import { Loaded } from '@/components/States';
import { useMe } from '@/shell/me';
import { words } from '@/words';

const w = words.organisation;

/** What the organisation asks of whoever signs in for it. */
export function OrganisationPolicy({ organisationId }: { organisationId: string }) {
  const policy = useQuery(queries.policy(organisationId));
  const manages = useMe().may('organisation.manage');
  const change = useCommand(
    (wanted: Policy) =>
      ask(`/organisations/${organisationId}/policy`, {
        method: 'PUT',
        body: { secondFactor: wanted.secondFactor, codesByMail: wanted.codesByMail },
        version: wanted.version,
      }),
    () => announce(w.policyChanged),
  );
  return (
    <Panel title={w.policy}>
      <Loaded query={policy}>
        {(present) => (
          <div className="flex flex-col items-start gap-3">
            <p>{present.secondFactor ? w.secondFactorOn : w.secondFactorOff}</p>
            {manages && (
              <Confirm
                key={String(present.secondFactor)}
                label={present.secondFactor ? w.secondFactorStop : w.secondFactorStart}
                title={present.secondFactor ? w.secondFactorStop : w.secondFactorStart}
                text={present.secondFactor ? w.secondFactorStopText : w.secondFactorStartText}
                confirm={present.secondFactor ? w.secondFactorStop : w.secondFactorStart}
                look={present.secondFactor ? 'danger' : 'secondary'}
                pending={change.isPending}
                error={change.error}
                onConfirm={() => change.mutate({ ...present, secondFactor: !present.secondFactor })}
              />
            )}
            <p>{present.codesByMail ? w.codesByMailOn : w.codesByMailOff}</p>
            {manages && (
              <Confirm
                key={`mail ${present.codesByMail}`}
                label={present.codesByMail ? w.codesByMailStop : w.codesByMailStart}
                title={present.codesByMail ? w.codesByMailStop : w.codesByMailStart}
                text={present.codesByMail ? w.codesByMailStopText : w.codesByMailStartText}
                confirm={present.codesByMail ? w.codesByMailStop : w.codesByMailStart}
                look={present.codesByMail ? 'danger' : 'secondary'}
                pending={change.isPending}
                error={change.error}
                onConfirm={() => change.mutate({ ...present, codesByMail: !present.codesByMail })}
              />
            )}
          </div>
        )}
      </Loaded>
    </Panel>
  );
}
