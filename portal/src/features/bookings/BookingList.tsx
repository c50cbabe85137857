import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { queries } from '@/api/queries';
import { bookingStatuses, type Booking } from '@/api/types';
import { DataTable, narrowed, type Column } from '@/components/DataTable';
import { Money } from '@/components/Figures';
import { FilterBar, useFilters } from '@/components/FilterBar';
import { PageHeader } from '@/components/PageHeader';
import { WindowText } from '@/components/SiteTime';
import { EmptyState, Loaded } from '@/components/States';
import { statusWord } from '@/components/statuses';
import { Pill, RiskPill, StatusPill } from '@/components/StatusPill';
import { useNow } from '@/components/useNow';
import { useMe } from '@/shell/me';
import { shell } from './words/shell';
import { terms } from '@/words/terms';
import { nextStop, riskOf } from './progress';
import { Punctual } from '@/components/PunctualText';
import { sideOf } from './sides';
import { words as w } from './words';

export function BookingList() {
  const me = useMe();
  const { id } = useParams();
  const [search] = useSearchParams();
  const now = useNow(60_000);
  const filters = useFilters(['status', 'after']);
  const { status, after } = filters.values;
  const bookings = useQuery(queries.bookings({ status, after }));
  const narrow = id !== undefined;
  const columns: Column<Booking>[] = [
    { name: terms.loads.reference, cell: (booking) => booking.reference },
    {
      name: terms.loads.lane,
      cell: (booking) => {
        const from = booking.stops[0]?.place;
        const to = booking.stops[booking.stops.length - 1]?.place;
        return (
          from &&
          to &&
          terms.lane(terms.shortPlace(from.name, from.region), terms.shortPlace(to.name, to.region))
        );
      },
    },
    {
      name: terms.loads.status,
      cell: (booking) => {
        const risk = riskOf(booking, now);
        return (
          <span className="inline-flex flex-wrap gap-1">
            <StatusPill status={booking.status} />
            {sideOf(booking, me) && <Pill tone="neutral">{sideOf(booking, me)}</Pill>}
            {risk && <RiskPill risk={risk} />}
          </span>
        );
      },
    },
    {
      name: w.nextStop,
      cell: (booking) => {
        const next = nextStop(booking);
        return next ? (
          <>
            {next.place.name}
            <span className="block">
              <WindowText window={next.window} />
            </span>
            {next.arrivedAt && <Punctual at={next.arrivedAt} window={next.window} />}
          </>
        ) : (
          terms.none
        );
      },
    },
    {
      name: w.counterpart,
      cell: (booking) =>
        booking.buyer.id === me.organisation?.id ? booking.seller.name : booking.buyer.name,
    },
    {
      name: terms.loads.price,
      numeric: true,
      cell: (booking) => <Money value={booking.price} test={booking.testMoney} />,
    },
  ];
  return (
    <>
      <PageHeader title={shell.bookings} level={id ? 2 : 1} />
      {!narrow && (
        <FilterBar
          state={filters}
          filters={[
            {
              name: 'status',
              label: terms.loads.status,
              choices: bookingStatuses.map((value) => ({ value, label: statusWord(value) })),
            },
          ]}
        />
      )}
      <Loaded query={bookings}>
        {(page) =>
          page.items.length === 0 ? (
            filters.any ? (
              <EmptyState title={terms.filters.noMatch} text={terms.filters.noMatchText} />
            ) : (
              <EmptyState title={w.none} text={me.isDriverOnly ? w.noneDriver : w.noneText} />
            )
          ) : (
            <DataTable<Booking>
              label={shell.bookings}
              rows={page.items}
              rowKey={(booking) => booking.id}
              to={(booking) => `/bookings/${booking.id}${search.size ? `?${search}` : ''}`}
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
