import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { PersonFound } from '@/api/types';
import { DataTable } from '@/components/DataTable';
import { useFilters } from '@/components/FilterBar';
import { PageHeader } from '@/components/PageHeader';
import { SearchForm } from '@/components/SearchForm';
import { SiteTime } from '@/components/SiteTime';
import { EmptyState, Loaded } from '@/components/States';
import { Pill } from '@/components/StatusPill';
import { words } from '@/words';

const w = words.people;

/** Accounts of the platform, found by name, address or id. */
export function PeoplePage() {
  const filters = useFilters(['q', 'after']);
  const people = useQuery(queries.people(filters.values.q ?? '', filters.values.after));
  return (
    <>
      <PageHeader title={words.navigation.people} />
      <SearchForm
        label={w.search}
        find={w.find}
        value={filters.values.q ?? ''}
        onSearch={(text) => filters.set('q', text)}
      />
      <Loaded query={people}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState title={words.filters.noMatch} text={w.noneText} />
          ) : (
            <DataTable<PersonFound>
              label={words.navigation.people}
              rows={page.items}
              rowKey={(person) => person.id}
              to={(person) => `/admin/people/${person.id}`}
              next={page.next}
              onMore={(after) => filters.set('after', after)}
              onFirst={filters.values.after ? () => filters.set('after', '') : undefined}
              columns={[
                { name: w.name, cell: (person) => person.name },
                { name: w.email, cell: (person) => <span className="break-all">{person.email}</span> },
                { name: w.state, cell: (person) => <AccountPill locked={person.lockedAt !== null} /> },
                { name: w.since, cell: (person) => <SiteTime instant={person.createdAt} /> },
              ]}
            />
          )
        }
      </Loaded>
    </>
  );
}

export function AccountPill({ locked }: { locked: boolean }) {
  return locked ? <Pill tone="danger">{w.locked}</Pill> : <Pill tone="success">{w.open}</Pill>;
}
