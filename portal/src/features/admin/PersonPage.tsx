import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useCommand } from '@/api/command';
import { ask, post } from '@/api/http';
import { queries } from '@/api/queries';
import { reading } from '@/api/reading';
import type { AccountView, ImpersonationOpened, OpenSession } from '@/api/types';
import { announce } from '@/components/Announcer';
import { DataTable } from '@/components/DataTable';
import { Confirm } from '@/components/Dialog';
import { SelectField } from '@/components/Form';
import { Facts, PageHeader, Panel } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { Loaded } from '@/components/States';
import { Pill } from '@/components/StatusPill';
import { useMe } from '@/shell/me';
import { shell } from './words/shell';
import { terms } from '@/words/terms';
import { HelpBackIn } from './HelpBackIn';
import { AccountPill } from './PeoplePage';
import { words } from './words';

const w = words.people;

/** One account: where it belongs, where it is signed in, and what an administrator may do about it. */
export function PersonPage() {
  const { id = '' } = useParams();
  const person = useQuery(queries.person(id));
  return <Loaded query={person}>{(data) => <Account person={data} />}</Loaded>;
}

function Account({ person }: { person: AccountView }) {
  const own = useMe().person.id === person.id;
  return (
    <>
      <PageHeader
        title={person.name}
        pills={
          <>
            <AccountPill locked={person.lock !== null} />
            {person.administrator && <Pill tone="info">{w.administrator}</Pill>}
          </>
        }
        back={{ to: '/admin/people', label: shell.people }}
      >
        {!person.administrator && person.lock === null && person.memberships.length > 0 && (
          <Impersonate person={person} />
        )}
        {!person.administrator && person.lock === null && <HelpBackIn person={person} />}
        {!own && <Lock person={person} />}
      </PageHeader>
      <div className="grid max-w-5xl gap-6 pair:grid-cols-2">
        <Panel title={w.account}>
          <Facts
            items={[
              { term: w.email, value: <span className="break-all">{person.email}</span> },
              { term: w.since, value: <SiteTime instant={person.createdAt} /> },
              { term: w.id, value: <span className="break-all">{person.id}</span> },
            ]}
          />
          {person.lock && (
            <p className="mt-3 rounded-control bg-danger-fill p-3 text-danger">
              {w.lockedBy(person.lock.byName ?? w.somebody)} <SiteTime instant={person.lock.at} ago />
              <br />
              {person.lock.reason}
            </p>
          )}
        </Panel>
        <Panel title={w.memberships}>
          {person.memberships.length === 0 ? (
            <p className="text-secondary">{w.noMemberships}</p>
          ) : (
            <ul aria-label={w.memberships} className="flex flex-col gap-2">
              {person.memberships.map((membership) => (
                <li key={membership.organisationId}>
                  <span className="font-semibold">{membership.organisationName}</span>{' '}
                  <span className="text-secondary">
                    {terms.list(membership.roles.map((role) => terms.role(role, membership.ownRoles)))}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
        <Panel title={w.sessions} className="pair:col-span-2">
          {person.sessions.length === 0 ? (
            <p className="text-secondary">{w.noSessions}</p>
          ) : (
            <DataTable<OpenSession>
              label={w.sessions}
              rows={person.sessions}
              rowKey={(session) => session.id}
              columns={[
                {
                  name: terms.security.device,
                  cell: (session) => session.device?.name ?? terms.security.unknownDevice,
                },
                { name: terms.security.organisation, cell: (session) => session.organisationName },
                {
                  name: terms.security.address,
                  cell: (session) => session.address ?? terms.security.unknownAddress,
                },
                {
                  name: terms.security.lastUsed,
                  cell: (session) => <SiteTime instant={session.lastUsedAt} ago />,
                },
              ]}
            />
          )}
        </Panel>
      </div>
    </>
  );
}

function Lock({ person }: { person: AccountView }) {
  const act = person.lock ? 'unlock' : 'lock';
  const change = useCommand(
    (reason: string, key) =>
      ask(`/admin/people/${person.id}/${act}`, {
        method: 'POST',
        body: act === 'lock' ? { reason } : undefined,
        version: person.version,
        idempotencyKey: key,
      }),
    () => announce(act === 'lock' ? w.lockedNow : w.unlockedNow),
  );
  return act === 'lock' ? (
    <Confirm
      key="lock"
      label={w.lock}
      title={w.lockTitle(person.name)}
      text={w.lockText}
      confirm={w.lock}
      reason={w.reason}
      pending={change.isPending}
      error={change.error}
      onConfirm={(reason) => change.mutate(reason)}
    />
  ) : (
    <Confirm
      key="unlock"
      label={w.unlock}
      title={w.unlockTitle(person.name)}
      text={w.unlockText}
      confirm={w.unlock}
      look="secondary"
      pending={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate('')}
    />
  );
}

function Impersonate({ person }: { person: AccountView }) {
  const [organisationId, setOrganisationId] = useState(person.memberships[0]!.organisationId);
  const open = useCommand(
    (reason: string) =>
      post<ImpersonationOpened>(`/admin/people/${person.id}/impersonate`, { organisationId, reason }),
    (opened) => reading.enter(opened, `/admin/people/${person.id}`),
  );
  return (
    <Confirm
      label={w.see}
      title={w.seeTitle(person.name)}
      text={w.seeText}
      confirm={w.see}
      reason={w.reason}
      look="secondary"
      pending={open.isPending}
      error={open.error}
      onConfirm={(reason) => open.mutate(reason)}
    >
      <SelectField
        pointer="/organisationId"
        label={w.actingFor}
        value={organisationId}
        onValue={setOrganisationId}
        choices={person.memberships.map((membership) => ({
          value: membership.organisationId,
          label: membership.organisationName,
        }))}
      />
    </Confirm>
  );
}
