import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '@/api/queries';
import type { OrganisationFound, OrganisationStatus } from '@/api/types';
import { organisationKinds } from '@/api/types';
import { DataTable } from '@/components/DataTable';
import { FilterBar, useFilters } from '@/components/FilterBar';
import { PageHeader } from '@/components/PageHeader';
import { SearchForm } from '@/components/SearchForm';
import { SiteTime } from '@/components/SiteTime';
import { EmptyState, Loaded } from '@/components/States';
import { Pill } from '@/components/StatusPill';
import { frame } from '@/words/frame';
import { shell } from './words/shell';
import { terms } from '@/words/terms';
import { words } from './words';

const w = words.organisations;
const statuses = ['OPEN', 'SUSPENDED', 'CLOSED'] as const;

/** Every organisation of the platform, found by name, kind and state. */
export function OrganisationsPage() {
  // The name does not go into the page's address, which browsers and proxies keep: some organisations are named after a person.
  const [q, setQ] = useState('');
  const filters = useFilters(['kind', 'status', 'sort', 'after']);
  const { kind, status, sort, after } = filters.values;
  const organisations = useQuery(
    queries.organisations({
      q,
      kind: kind || null,
      status: status || null,
      sort: sort || null,
      after: after || null,
    }),
  );
  return (
    <>
      <PageHeader title={shell.organisations} />
      <SearchForm
        label={w.search}
        find={w.find}
        value={q}
        onSearch={(text) => {
          setQ(text);
          filters.set('after', '');
        }}
      />
      <FilterBar
        state={filters}
        filters={[
          {
            name: 'kind',
            label: w.kind,
            choices: organisationKinds.map((value) => ({ value, label: terms.kinds[value] })),
          },
          {
            name: 'status',
            label: w.status,
            choices: statuses.map((value) => ({ value, label: w.statuses[value] })),
          },
          { name: 'sort', label: w.sort, choices: [{ value: 'NAME', label: w.byName }] },
        ]}
      />
      <Loaded query={organisations}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState title={q || filters.any ? terms.filters.noMatch : w.none} text={w.noneText} />
          ) : (
            <DataTable<OrganisationFound>
              label={shell.organisations}
              rows={page.items}
              rowKey={(organisation) => organisation.id}
              to={(organisation) => `/admin/organisations/${organisation.id}`}
              next={page.next}
              onMore={(next) => filters.set('after', next)}
              onFirst={after ? () => filters.set('after', '') : undefined}
              columns={[
                { name: w.name, cell: (organisation) => organisation.name },
                {
                  name: w.kinds,
                  cell: (organisation) =>
                    organisation.platform
                      ? frame.shell.platform
                      : terms.list(organisation.kinds.map((each) => terms.kinds[each])) || terms.none,
                },
                { name: w.status, cell: (organisation) => <StandingPill status={organisation.status} /> },
                { name: w.since, cell: (organisation) => <SiteTime instant={organisation.createdAt} /> },
              ]}
            />
          )
        }
      </Loaded>
    </>
  );
}

export function StandingPill({ status }: { status: OrganisationStatus }) {
  const tone = status === 'SUSPENDED' ? 'danger' : status === 'CLOSED' ? 'neutral' : 'success';
  return <Pill tone={tone}>{w.statuses[status]}</Pill>;
}
