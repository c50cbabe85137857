import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { queries } from '@/api/queries';
import type { OrganisationKind } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Confirm } from '@/components/Dialog';
import { PageHeader, Panel } from '@/components/PageHeader';
import { CommandError, Loaded } from '@/components/States';
import { beingEdited } from '@/components/useEdit';
import { useMe } from '@/shell/me';
import { useSwitch } from '@/shell/OrganisationSwitch';
import { frame } from '@/words/frame';
import { terms } from '@/words/terms';
import { offeredKinds } from './kinds';
import { ProfileAccount } from './ProfileAccount';
import { ProfilePhone } from './ProfilePhone';
import { ProfilePreferences } from './ProfilePreferences';
import { profile as w } from './words/profile';

/** @param children panels of other features about the same person */
export function ProfilePage({ children }: { children?: ReactNode }) {
  const me = useMe();
  const profile = useQuery(beingEdited(queries.profile()));
  return (
    <>
      <PageHeader title={frame.shell.profile} />
      <div className="grid max-w-5xl gap-6 pair:grid-cols-2">
        <Loaded query={profile}>
          {(known) => (
            <>
              <ProfileAccount profile={known} />
              <ProfilePhone profile={known} />
              <ProfilePreferences profile={known} />
            </>
          )}
        </Loaded>
        {me.organisation && !me.organisation.personal && me.may('organisation.manage') && <Kinds />}
        {me.memberships.length > 1 && <Memberships />}
        {children}
      </div>
    </>
  );
}

/** The organisation's kinds. Its owner can add to them but never take one away. */
function Kinds() {
  const organisation = useMe().organisation!;
  const widen = useCommand(
    (kind: OrganisationKind, key) =>
      post(`/organisations/${organisation.id}/kinds`, { kind }, { idempotencyKey: key }),
    (_, kind) => announce(w.widened(terms.kinds[kind])),
  );
  const left = offeredKinds.filter((kind) => !organisation.kinds.includes(kind));
  return (
    <Panel title={w.kinds}>
      <p>{terms.list(organisation.kinds.map((kind) => terms.kinds[kind]))}</p>
      {left.length > 0 && (
        <>
          <p className="my-3 text-secondary">{w.widenText}</p>
          <div className="flex flex-wrap gap-2">
            {left.map((kind) => (
              <Confirm
                key={kind}
                label={w.widen(terms.kinds[kind])}
                title={w.widen(terms.kinds[kind])}
                text={w.widenConfirm}
                confirm={w.widen(terms.kinds[kind])}
                look="secondary"
                pending={widen.isPending}
                error={widen.error}
                onConfirm={() => widen.mutate(kind)}
              />
            ))}
          </div>
        </>
      )}
    </Panel>
  );
}

function Memberships() {
  const me = useMe();
  const change = useSwitch();
  return (
    <Panel title={w.organisations}>
      <ul className="flex flex-col gap-3">
        {me.memberships.map((membership) => (
          <li key={membership.organisationId} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              <span className="block font-semibold">{membership.organisationName}</span>
              <span className="text-secondary">{terms.roles(membership.roles, membership.ownRoles)}</span>
            </span>
            {membership.organisationId === me.organisation?.id ? (
              <span className="text-success">{w.current}</span>
            ) : (
              <Button pending={change.isPending} onClick={() => change.mutate(membership.organisationId)}>
                {w.switchTo(membership.organisationName)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <CommandError error={change.error} />
    </Panel>
  );
}
