import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { queries } from '@/api/queries';
import { tripStatuses, type Trip } from '@/api/types';
import { ButtonLink } from '@/components/Button';
import { DataTable, narrowed, type Column } from '@/components/DataTable';
import { CapacityText } from '@/components/Figures';
import { FilterBar, useFilters, ViewTabs } from '@/components/FilterBar';
import { NewRows } from '@/components/NewRows';
import { PageHeader } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { EmptyState, Loaded } from '@/components/States';
import { statusWord } from '@/components/statuses';
import { StatusPill } from '@/components/StatusPill';
import { useMarket } from '@/components/useMarket';
import { records, useSteadyRows } from '@/components/useSteadyRows';
import { useMe } from '@/shell/me';
import { shell } from './words/shell';
import { terms } from '@/words/terms';
import { words as w } from './words';

export function TripList() {
  const me = useMe();
  const { id } = useParams();
  const [search] = useSearchParams();
  const posts = me.may('trips.post');
  const scope = search.get('scope') ?? 'own';
  return (
    <>
      <PageHeader title={shell.trips} level={id ? 2 : 1}>
        {posts && !id && (
          <ButtonLink look="primary" to="/trips/new">
            {terms.trips.post}
          </ButtonLink>
        )}
      </PageHeader>
      {me.may('market.view') && !me.isDriverOnly && (
        <ViewTabs
          label={w.views}
          name="scope"
          views={[
            { value: 'own', label: w.own },
            { value: 'market', label: w.market },
          ]}
        />
      )}
      <Board key={scope} scope={scope} posts={posts} narrow={id !== undefined} />
    </>
  );
}

function Board({ scope, posts, narrow }: { scope: string; posts: boolean; narrow: boolean }) {
  const { id } = useParams();
  const [search] = useSearchParams();
  const filters = useFilters(['status', 'after']);
  const { status, after } = filters.values;
  const trips = useQuery(queries.trips({ scope, status, after }));
  const read = trips.isPlaceholderData ? undefined : trips.data;
  const market = useMarket<Trip>({
    topic: scope === 'market' ? { subscribe: 'market', of: 'trips' } : null,
    rows: read?.items,
    refetch: trips.refetch,
    one: queries.trip,
  });
  const steady = useSteadyRows<Trip>(read, [scope, status, after].join(' '), records, market);
  const columns: Column<Trip>[] = [
    { name: terms.loads.reference, cell: (trip) => trip.reference },
    {
      name: terms.loads.lane,
      cell: (trip) => {
        const from = trip.stops[0]?.place;
        const to = trip.stops[trip.stops.length - 1]?.place;
        return (
          from &&
          to &&
          terms.lane(terms.shortPlace(from.name, from.region), terms.shortPlace(to.name, to.region))
        );
      },
    },
    {
      name: terms.loads.status,
      // A trip that is gone from the market no longer has the state it had, and the reader may not know the new one.
      cell: (trip) =>
        steady.marks.get(trip.id) === 'gone' ? terms.none : <StatusPill status={trip.status} />,
    },
    { name: w.starts, cell: (trip) => <SiteTime instant={trip.startsAt} zone={trip.stops[0]?.place.zone} /> },
    { name: terms.fleet.driver, cell: (trip) => trip.driver?.name ?? terms.trips.notAssigned },
    { name: terms.fleet.vehicle, cell: (trip) => trip.vehicle?.name ?? terms.trips.notAssigned },
    { name: terms.fleet.capacity, numeric: true, cell: (trip) => <CapacityText value={trip.capacity} /> },
  ];
  return (
    <>
      {!narrow && scope === 'own' && (
        <FilterBar
          state={filters}
          filters={[
            {
              name: 'status',
              label: terms.loads.status,
              choices: tripStatuses.map((value) => ({ value, label: statusWord(value) })),
            },
          ]}
        />
      )}
      <NewRows
        waiting={steady.waiting}
        onShow={async () => (after ? filters.set('after', '') : await steady.show())}
      />
      <Loaded query={trips}>
        {(page) =>
          page.items.length === 0 && steady.rows.length === 0 ? (
            filters.any ? (
              <EmptyState title={terms.filters.noMatch} text={terms.filters.noMatchText} />
            ) : (
              <EmptyState
                title={scope === 'own' ? w.noneOwn : w.noneMarket}
                text={scope === 'own' ? (posts ? w.noneOwnText : w.noneDriverText) : w.noneMarketText}
                action={
                  posts && scope === 'own' && <ButtonLink to="/trips/new">{terms.trips.post}</ButtonLink>
                }
              />
            )
          ) : (
            <DataTable<Trip>
              label={scope === 'own' ? w.own : w.market}
              rows={trips.isPlaceholderData ? page.items : steady.rows}
              rowKey={records.key}
              marks={steady.marks}
              to={(trip) => `/trips/${trip.id}${search.size ? `?${search}` : ''}`}
              selected={id}
              next={page.next}
              onMore={(next) => filters.set('after', next)}
              onFirst={after ? () => filters.set('after', '') : undefined}
              columns={narrow ? narrowed(columns) : columns}
            />
          )
        }
      </Loaded>
    </>
  );
}
