import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '@/api/queries';
import type { Organisation } from '@/api/types';
import { DataTable } from '@/components/DataTable';
import { useFilters } from '@/components/FilterBar';
import { PageHeader } from '@/components/PageHeader';
import { EmptyState, Loaded } from '@/components/States';
import { Button } from '@/components/Button';
import { words } from '@/words';

const w = words.accounts;

/** Organisations of the platform, for its administrator. */
export function AccountsPage() {
  const filters = useFilters(['q', 'after']);
  const [typed, setTyped] = useState(filters.values.q ?? '');
  const organisations = useQuery(queries.organisations(filters.values.q ?? '', filters.values.after));
  return (
    <>
      <PageHeader title={words.navigation.accounts} />
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
      <Loaded query={organisations}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState title={filters.any ? words.filters.noMatch : w.none} text={w.noneText} />
          ) : (
            <DataTable<Organisation>
              label={w.organisations}
              rows={page.items}
              rowKey={(organisation) => organisation.id}
              next={page.next}
              onMore={(after) => filters.set('after', after)}
              onFirst={filters.values.after ? () => filters.set('after', '') : undefined}
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
