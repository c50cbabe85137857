import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { queries } from '@/api/queries';
import { equipments, loadStatuses, type Load } from '@/api/types';
import { ButtonLink } from '@/components/Button';
import { DataTable, narrowed, type Column } from '@/components/DataTable';
import { Money, Quantity } from '@/components/Figures';
import { FilterBar, useFilters, ViewTabs } from '@/components/FilterBar';
import { PageHeader } from '@/components/PageHeader';
import { WindowText } from '@/components/SiteTime';
import { EmptyState, Loaded } from '@/components/States';
import { statusWord } from '@/components/statuses';
import { StatusPill } from '@/components/StatusPill';
import { NewRows } from '@/components/NewRows';
import { useMarket } from '@/components/useMarket';
import { records, useSteadyRows } from '@/components/useSteadyRows';
import { TraderLine } from '@/components/TraderLine';
import { useMe } from '@/shell/me';
import { shell } from './words/shell';
import { terms } from '@/words/terms';
import { words as w } from './words';

/** The organisation's own loads and those of the market; each list is shown only to people who can do something with it. */
export function LoadList() {
  const me = useMe();
  const { id } = useParams();
  const [search] = useSearchParams();
  const posts = me.may('loads.post');
  const market = me.may('market.view');
  const views = [
    ...(posts ? [{ value: 'own', label: w.own }] : []),
    ...(market ? [{ value: 'market', label: w.market }] : []),
  ];
  const scope = search.get('scope') ?? views[0]?.value ?? 'own';
  return (
    <>
      <PageHeader title={shell.loads} level={id ? 2 : 1}>
        {posts && !id && (
          <ButtonLink look="primary" to="/loads/new">
            {terms.loads.post}
          </ButtonLink>
        )}
      </PageHeader>
      {views.length > 1 && <ViewTabs label={w.views} name="scope" views={views} />}
      <Board key={scope} scope={scope} posts={posts} narrow={id !== undefined} />
    </>
  );
}

function Board({ scope, posts, narrow }: { scope: string; posts: boolean; narrow: boolean }) {
  const { id } = useParams();
  const [search] = useSearchParams();
  const filters = useFilters(['status', 'equipment', 'after']);
  const { status, equipment, after } = filters.values;
  const loads = useQuery(queries.loads({ scope, status, equipment, after }));
  const view = [scope, status, equipment, after].join(' ');
  const read = loads.isPlaceholderData ? undefined : loads.data;
  const market = useMarket<Load>({
    topic:
      scope === 'market' ? { subscribe: 'market', of: 'loads', equipment: equipment || undefined } : null,
    rows: read?.items,
    refetch: loads.refetch,
    one: queries.load,
  });
  const steady = useSteadyRows<Load>(read, view, records, market);
  const columns: Column<Load>[] = [
    { name: terms.loads.reference, cell: (load) => load.reference },
    { name: terms.loads.lane, cell: (load) => <Lane load={load} /> },
    {
      name: terms.loads.status,
      // A load that is gone from the market no longer has the state it had, and the reader may not know the new one.
      cell: (load) =>
        steady.marks.get(load.id) === 'gone' ? terms.none : <StatusPill status={load.status} />,
    },
    {
      name: terms.loads.pickup,
      cell: (load) => load.stops[0] && <WindowText window={load.stops[0].window} />,
    },
    { name: terms.loads.equipment, cell: (load) => terms.equipment[load.equipment] },
    {
      name: w.weight,
      numeric: true,
      cell: (load) => <Quantity of="weight" value={load.cargo.weightKilograms} />,
    },
    {
      name: w.distance,
      numeric: true,
      cell: (load) => <Quantity of="distance" value={load.distanceMeters} />,
    },
    { name: terms.loads.price, numeric: true, cell: (load) => <Price load={load} /> },
    ...(scope === 'market'
      ? [
          {
            name: terms.traders.poster,
            cell: (load: Load) => load.poster && <TraderLine trader={load.poster} />,
          },
        ]
      : []),
  ];
  return (
    <>
      {!narrow && (
        <FilterBar
          state={filters}
          filters={[
            ...(scope === 'own'
              ? [
                  {
                    name: 'status',
                    label: terms.loads.status,
                    choices: loadStatuses.map((value) => ({ value, label: statusWord(value) })),
                  },
                ]
              : []),
            {
              name: 'equipment',
              label: terms.loads.equipment,
              choices: equipments.map((value) => ({ value, label: terms.equipment[value] })),
            },
          ]}
        />
      )}
      <NewRows
        waiting={steady.waiting}
        onShow={async () => (after ? filters.set('after', '') : await steady.show())}
      />
      <Loaded query={loads}>
        {(page) =>
          page.items.length === 0 && steady.rows.length === 0 ? (
            filters.any ? (
              <EmptyState title={terms.filters.noMatch} text={terms.filters.noMatchText} />
            ) : scope === 'own' ? (
              <EmptyState
                title={w.noneOwn}
                text={w.noneOwnText}
                action={posts && <ButtonLink to="/loads/new">{terms.loads.post}</ButtonLink>}
              />
            ) : (
              <EmptyState title={w.noneMarket} text={w.noneMarketText} />
            )
          ) : (
            <DataTable<Load>
              label={scope === 'own' ? w.own : w.market}
              rows={loads.isPlaceholderData ? page.items : steady.rows}
              rowKey={records.key}
              to={(load) => `/loads/${load.id}${search.size ? `?${search}` : ''}`}
              selected={id}
              marks={steady.marks}
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

export function Lane({ load }: { load: Load }) {
  const from = load.stops[0]?.place;
  const to = load.stops[load.stops.length - 1]?.place;
  if (!from || !to) return null;
  return <>{terms.lane(terms.shortPlace(from.name, from.region), terms.shortPlace(to.name, to.region))}</>;
}

export function Price({ load }: { load: Load }) {
  return load.price ? (
    <Money value={load.price} test={load.testMoney} meters={load.distanceMeters} />
  ) : (
    <>{terms.loads.bidsIn(load.currency)}</>
  );
}
