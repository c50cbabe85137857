import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { Organisation } from '@/api/types';
import { DataTable } from '@/components/DataTable';
import { useFilters } from '@/components/FilterBar';
import { PageHeader } from '@/components/PageHeader';
import { SearchForm } from '@/components/SearchForm';
import { EmptyState, Loaded } from '@/components/States';
import { words } from '@/words';

const w = words.accounts;

/** Organisations of the platform, for its administrator. */
export function AccountsPage() {
  const filters = useFilters(['q', 'after']);
  const organisations = useQuery(queries.organisations(filters.values.q ?? '', filters.values.after));
  return (
    <>
      <PageHeader title={words.navigation.accounts} />
      <SearchForm
        label={w.search}
        find={w.find}
        value={filters.values.q ?? ''}
        onSearch={(text) => filters.set('q', text)}
      />
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
