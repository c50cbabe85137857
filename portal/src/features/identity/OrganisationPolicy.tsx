import { useQuery } from '@tanstack/react-query';
import { useCommand } from '@/api/command';
import { ask } from '@/api/http';
import type { Problem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { Policy } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Confirm } from '@/components/Dialog';
import { Panel } from '@/components/PageHeader';
import { Loaded } from '@/components/States';
import { useMe } from '@/shell/me';
import { organisation as w } from './words/organisation';

/** What the organisation demands of people who sign in for it. */
export function OrganisationPolicy({ organisationId }: { organisationId: string }) {
  const policy = useQuery(queries.policy(organisationId));
  const manages = useMe().may('organisation.manage');
  const change = useCommand(
    (wanted: Policy) =>
      ask(`/organisations/${organisationId}/policy`, {
        method: 'PUT',
        body: {
          secondFactor: wanted.secondFactor,
          codesByMail: wanted.codesByMail,
          codesBySms: wanted.codesBySms,
        },
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
            <Codes
              words={w.codes.MAIL}
              taken={present.codesByMail}
              change={change}
              changed={{ ...present, codesByMail: !present.codesByMail }}
              manages={manages}
            />
            {(present.smsPossible || present.codesBySms) && (
              <Codes
                words={w.codes.SMS}
                taken={present.codesBySms}
                change={change}
                changed={{ ...present, codesBySms: !present.codesBySms }}
                manages={manages}
              />
            )}
          </div>
        )}
      </Loaded>
    </Panel>
  );
}

/** Whether codes that are sent in this way count as a second factor here. */
function Codes({
  words: c,
  taken,
  change,
  changed,
  manages,
}: {
  words: (typeof w.codes)['MAIL'];
  taken: boolean;
  change: { isPending: boolean; error: Problem | null; mutate: (wanted: Policy) => void };
  changed: Policy;
  manages: boolean;
}) {
  const label = taken ? c.stop : c.start;
  return (
    <>
      <p>{taken ? c.on : c.off}</p>
      {manages && (
        <Confirm
          key={String(taken)}
          label={label}
          title={label}
          text={taken ? c.stopText : c.startText}
          confirm={label}
          look={taken ? 'danger' : 'secondary'}
          pending={change.isPending}
          error={change.error}
          onConfirm={() => change.mutate(changed)}
        />
      )}
    </>
  );
}
