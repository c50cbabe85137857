import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { queries } from '@/api/queries';
import type { QueuedContest } from '@/api/types';
import { DataTable } from '@/components/DataTable';
import { Money } from '@/components/Figures';
import { useFilters, ViewTabs } from '@/components/FilterBar';
import { PageHeader } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { EmptyState, Loaded } from '@/components/States';
import { ContestPill } from './ContestStory';
import { words as w } from './words';

/** The administrators' queue, the oldest contest first; or the contests that are over. */
export function ContestsPage() {
  const filters = useFilters(['over', 'after']);
  const { over, after } = filters.values;
  const contests = useQuery(queries.contestQueue({ over: over || 'false', after }));
  return (
    <>
      <PageHeader title={w.title} />
      <ViewTabs
        label={w.show}
        name="over"
        views={[
          { value: 'false', label: w.open },
          { value: 'true', label: w.over },
        ]}
      />
      <Loaded query={contests}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState title={over === 'true' ? w.noneOver : w.none} text={w.noneText} />
          ) : (
            <DataTable<QueuedContest>
              label={w.title}
              rows={page.items}
              rowKey={(contest) => contest.id}
              next={page.next}
              onMore={(next) => filters.set('after', next)}
              onFirst={after ? () => filters.set('after', '') : undefined}
              columns={[
                {
                  name: w.booking,
                  cell: (contest) => (
                    <Link className="link font-semibold" to={`/admin/contests/${contest.id}`}>
                      {contest.bookingReference}
                    </Link>
                  ),
                },
                { name: w.between, cell: (contest) => w.sides(contest.buyer.name, contest.seller.name) },
                { name: w.reason, cell: (contest) => w.reasons[contest.reason] },
                {
                  name: w.held,
                  numeric: true,
                  cell: (contest) => <Money value={contest.price} test={contest.testMoney} />,
                },
                {
                  name: w.state,
                  cell: (contest) => (
                    <>
                      <ContestPill contest={contest} />
                      {!contest.answer && contest.queuedAt && (
                        <span className="block text-xs text-secondary">{w.unanswered}</span>
                      )}
                    </>
                  ),
                },
                { name: w.since, cell: (contest) => <SiteTime instant={contest.contested.saidAt} ago /> },
              ]}
            />
          )
        }
      </Loaded>
    </>
  );
}
