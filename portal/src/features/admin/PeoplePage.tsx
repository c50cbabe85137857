import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '@/api/queries';
import type { PersonFound } from '@/api/types';
import { DataTable } from '@/components/DataTable';
import { PageHeader } from '@/components/PageHeader';
import { SearchForm } from '@/components/SearchForm';
import { SiteTime } from '@/components/SiteTime';
import { EmptyState, Loaded } from '@/components/States';
import { Pill } from '@/components/StatusPill';
import { shell } from './words/shell';
import { terms } from '@/words/terms';
import { words } from './words';

const w = words.people;

/** Accounts of the platform, found by name, address or id. */
export function PeoplePage() {
  // The search does not go into the page's address, which browsers and proxies keep: people are found by name.
  const [q, setQ] = useState('');
  const [after, setAfter] = useState<string>();
  const people = useQuery(queries.people(q, after));
  return (
    <>
      <PageHeader title={shell.people} />
      <SearchForm
        label={w.search}
        find={w.find}
        value={q}
        onSearch={(text) => {
          setQ(text);
          setAfter(undefined);
        }}
      />
      <Loaded query={people}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState title={terms.filters.noMatch} text={w.noneText} />
          ) : (
            <DataTable<PersonFound>
              label={shell.people}
              rows={page.items}
              rowKey={(person) => person.id}
              to={(person) => `/admin/people/${person.id}`}
              next={page.next}
              onMore={setAfter}
              onFirst={after ? () => setAfter(undefined) : undefined}
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
