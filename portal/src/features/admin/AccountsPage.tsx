import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '@/api/queries';
import type { Organisation } from '@/api/types';
import { DataTable } from '@/components/DataTable';
import { PageHeader } from '@/components/PageHeader';
import { SearchForm } from '@/components/SearchForm';
import { EmptyState, Loaded } from '@/components/States';
import { words } from '@/words';

const w = words.accounts;

/** Organisations of the platform, for its administrator. */
export function AccountsPage() {
  // Not in the page's address, which browsers and proxies keep: people are found by name.
  const [q, setQ] = useState('');
  const [after, setAfter] = useState<string>();
  const organisations = useQuery(queries.organisations(q, after));
  return (
    <>
      <PageHeader title={words.navigation.accounts} />
      <SearchForm
        label={w.search}
        find={w.find}
        value={q}
        onSearch={(text) => {
          setQ(text);
          setAfter(undefined);
        }}
      />
      <Loaded query={organisations}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState title={q ? words.filters.noMatch : w.none} text={w.noneText} />
          ) : (
            <DataTable<Organisation>
              label={w.organisations}
              rows={page.items}
              rowKey={(organisation) => organisation.id}
              next={page.next}
              onMore={setAfter}
              onFirst={after ? () => setAfter(undefined) : undefined}
              columns={[
                { name: w.name, cell: (organisation) => organisation.name },
                {
                  name: w.kinds,
                  cell: (organisation) => words.list(organisation.kinds.map((kind) => words.kinds[kind])),
                },
              ]}
            />
          )
        }
      </Loaded>
    </>
  );
}
