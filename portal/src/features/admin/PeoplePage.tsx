import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '@/api/queries';
import type { PersonFound } from '@/api/types';
import { Button } from '@/components/Button';
import { DataTable } from '@/components/DataTable';
import { useFilters } from '@/components/FilterBar';
import { PageHeader } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { EmptyState, Loaded } from '@/components/States';
import { Pill } from '@/components/StatusPill';
import { words } from '@/words';

const w = words.people;

/** Accounts of the platform, found by name, address or id. */
export function PeoplePage() {
  const filters = useFilters(['q', 'after']);
  const [typed, setTyped] = useState(filters.values.q ?? '');
  const people = useQuery(queries.people(filters.values.q ?? '', filters.values.after));
  return (
    <>
      <PageHeader title={words.navigation.people} />
      <form
        role="search"
        className="mb-4 flex max-w-xl flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          filters.set('q', typed.trim());
        }}
      >
        <label className="flex min-w-0 flex-1 basis-60 flex-col gap-1">
          <span className="font-semibold">{w.search}</span>
          <input
            className="control"
            type="search"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <Button type="submit">{w.find}</Button>
      </form>
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
