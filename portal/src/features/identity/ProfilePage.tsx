import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import type { OrganisationKind } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Confirm } from '@/components/Dialog';
import { CheckField, ChoiceField, Form, useFormErrors } from '@/components/Form';
import { Facts, PageHeader, Panel } from '@/components/PageHeader';
import { prefer, usePreferences } from '@/components/preferences';
import { CommandError } from '@/components/States';
import { useMe } from '@/shell/me';
import { useSwitch } from '@/shell/OrganisationSwitch';
import { words } from '@/words';
import { offeredKinds } from './kinds';

const w = words.profile;

export function ProfilePage() {
  const me = useMe();
  const preferences = usePreferences();
  const errors = useFormErrors();
  return (
    <>
      <PageHeader title={words.shell.profile} />
      <div className="grid max-w-5xl gap-6 pair:grid-cols-2">
        <Panel title={w.account}>
          <Facts
            items={[
              { term: words.identity.name, value: me.person.name },
              { term: words.identity.email, value: me.person.email },
              { term: w.organisation, value: me.organisation?.name ?? words.shell.platform },
              { term: words.members.roles, value: words.roles(me.roles, me.organisation?.ownRoles ?? []) },
            ]}
          />
        </Panel>
        <Panel title={w.preferences}>
          <Form errors={errors} onSubmit={() => undefined} label={w.preferences}>
            <ChoiceField
              pointer="/units"
              label={w.units}
              value={preferences.units}
              onValue={(units) => prefer({ units })}
              choices={[
                { value: 'us', label: w.us, hint: w.usHint },
                { value: 'si', label: w.si, hint: w.siHint },
              ]}
            />
            <ChoiceField
              pointer="/theme"
              label={w.theme}
              value={preferences.theme}
              onValue={(theme) => prefer({ theme })}
              choices={[
                { value: 'system', label: w.themeSystem },
                { value: 'light', label: w.themeLight },
                { value: 'dark', label: w.themeDark },
              ]}
            />
            <CheckField
              label={w.shortcuts}
              checked={preferences.shortcuts}
              onChecked={(shortcuts) => prefer({ shortcuts })}
            />
          </Form>
        </Panel>
        {me.organisation && !me.organisation.personal && me.may('organisation.manage') && <Kinds />}
        {me.memberships.length > 1 && <Memberships />}
      </div>
    </>
  );
}

/** What the organisation does is a set; its owner can widen it, never narrow it. */
function Kinds() {
  const organisation = useMe().organisation!;
  const widen = useCommand(
    (kind: OrganisationKind, key) =>
      post(`/organisations/${organisation.id}/kinds`, { kind }, { idempotencyKey: key }),
    (_, kind) => announce(w.widened(words.kinds[kind])),
  );
  const left = offeredKinds.filter((kind) => !organisation.kinds.includes(kind));
  return (
    <Panel title={w.kinds}>
      <p>{words.list(organisation.kinds.map((kind) => words.kinds[kind]))}</p>
      {left.length > 0 && (
        <>
          <p className="my-3 text-secondary">{w.widenText}</p>
          <div className="flex flex-wrap gap-2">
            {left.map((kind) => (
              <Confirm
                key={kind}
                label={w.widen(words.kinds[kind])}
                title={w.widen(words.kinds[kind])}
                text={w.widenConfirm}
                confirm={w.widen(words.kinds[kind])}
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
              <span className="text-secondary">{words.roles(membership.roles, membership.ownRoles)}</span>
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
