import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useCommand } from '@/api/command';
import { ask } from '@/api/http';
import { queries } from '@/api/queries';
import type { OrganisationRecord } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Confirm } from '@/components/Dialog';
import { ViewTabs } from '@/components/FilterBar';
import { NoteField } from '@/components/Form';
import { Facts, PageHeader, Panel } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { Loaded } from '@/components/States';
import { useMe } from '@/shell/me';
import { frame } from '@/words/frame';
import { shell } from './words/shell';
import { terms } from '@/words/terms';
import {
  OrganisationBookings,
  OrganisationLoads,
  OrganisationMoney,
  OrganisationPeople,
} from './OrganisationLists';
import { StandingPill } from './OrganisationsPage';
import { words } from './words';

const w = words.organisations;
const views = ['people', 'bookings', 'loads', 'money'] as const;

/** One organisation: what it is, what it has, and whether it may act. */
export function OrganisationRecordPage() {
  const { id = '' } = useParams();
  const organisation = useQuery(queries.organisationRecord(id));
  return <Loaded query={organisation}>{(data) => <Record organisation={data} />}</Loaded>;
}

function Record({ organisation }: { organisation: OrganisationRecord }) {
  const me = useMe();
  const [search] = useSearchParams();
  const view = search.get('view') ?? views[0];
  const suspends =
    me.may('organisations.suspend') && !organisation.platform && organisation.status !== 'CLOSED';
  return (
    <>
      <PageHeader
        title={organisation.name}
        pills={<StandingPill status={organisation.status} />}
        back={{ to: '/admin/organisations', label: shell.organisations }}
      >
        {suspends &&
          (organisation.suspension ? (
            <Reopen key="reopen" organisation={organisation} />
          ) : (
            <Suspend key="suspend" organisation={organisation} />
          ))}
      </PageHeader>
      {organisation.suspension && <WhySuspended suspension={organisation.suspension} />}
      {organisation.reopening && <WhyReopened reopening={organisation.reopening} />}
      <Panel title={w.record} className="mb-6">
        <Facts
          items={[
            {
              term: w.kinds,
              value: organisation.platform
                ? frame.shell.platform
                : terms.list(organisation.kinds.map((kind) => terms.kinds[kind])) || terms.none,
            },
            { term: w.members, value: organisation.members },
            { term: w.since, value: <SiteTime instant={organisation.createdAt} /> },
            { term: w.secondFactor, value: organisation.requiresSecondFactor ? w.asked : w.notAsked },
            { term: words.people.id, value: <span className="break-all">{organisation.id}</span> },
          ]}
        />
      </Panel>
      <ViewTabs
        label={w.has(organisation.name)}
        name="view"
        views={views.map((value) => ({ value, label: w.views[value] }))}
      />
      {view === 'people' && <OrganisationPeople id={organisation.id} />}
      {view === 'bookings' && <OrganisationBookings id={organisation.id} />}
      {view === 'loads' && <OrganisationLoads id={organisation.id} />}
      {view === 'money' && <OrganisationMoney id={organisation.id} />}
    </>
  );
}

function WhySuspended({ suspension }: { suspension: NonNullable<OrganisationRecord['suspension']> }) {
  return (
    <section aria-label={w.suspension} className="mb-6 rounded-control bg-danger-fill p-3 text-danger">
      <p className="font-semibold">
        {w.suspendedBy(suspension.byName ?? words.people.somebody)} <SiteTime instant={suspension.at} ago />
      </p>
      <p className="break-words">{suspension.reason}</p>
      {suspension.note && (
        <p className="mt-2 break-words">
          {w.note}: {suspension.note}
        </p>
      )}
    </section>
  );
}

function WhyReopened({ reopening }: { reopening: NonNullable<OrganisationRecord['reopening']> }) {
  return (
    <section aria-label={w.reopening} className="mb-6 rounded-control bg-neutral-fill p-3 text-neutral">
      <p className="font-semibold">
        {w.reopenedBy(reopening.byName ?? words.people.somebody)} <SiteTime instant={reopening.at} ago />
      </p>
      <p className="break-words">{reopening.reason}</p>
    </section>
  );
}

function useStanding(organisation: OrganisationRecord, act: 'suspend' | 'reopen', done: string) {
  return useCommand(
    (body: { reason: string; note?: string | null }, key) =>
      ask(`/admin/organisations/${organisation.id}/${act}`, {
        method: 'POST',
        body,
        version: organisation.version,
        idempotencyKey: key,
      }),
    () => announce(done),
  );
}

function Suspend({ organisation }: { organisation: OrganisationRecord }) {
  const [note, setNote] = useState('');
  const suspend = useStanding(organisation, 'suspend', w.suspendedNow);
  return (
    <Confirm
      label={w.suspend}
      title={w.suspendTitle(organisation.name)}
      text={w.suspendText}
      confirm={w.suspend}
      reason={w.reason}
      pending={suspend.isPending}
      error={suspend.error}
      onConfirm={(reason) => suspend.mutate({ reason, note: note.trim() || null })}
      after={<NoteField pointer="/note" label={w.noteLabel} value={note} onValue={setNote} />}
    >
      <What happens={w.suspendWhat} />
    </Confirm>
  );
}

function Reopen({ organisation }: { organisation: OrganisationRecord }) {
  const reopen = useStanding(organisation, 'reopen', w.reopenedNow);
  return (
    <Confirm
      label={w.reopen}
      title={w.reopenTitle(organisation.name)}
      text={w.reopenText}
      confirm={w.reopen}
      reason={w.reopenReason}
      look="secondary"
      pending={reopen.isPending}
      error={reopen.error}
      onConfirm={(reason) => reopen.mutate({ reason })}
    >
      <What happens={w.reopenWhat} />
    </Confirm>
  );
}

function What({ happens }: { happens: string[] }) {
  return (
    <ul className="my-3 list-disc pl-5">
      {happens.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}
