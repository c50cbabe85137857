import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCommand } from '@/api/command';
import { get, post } from '@/api/http';
import { queries } from '@/api/queries';
import type { LaneRow, LaneRun, Money } from '@/api/types';
import { Button } from '@/components/Button';
import { DataTable } from '@/components/DataTable';
import { PageHeader } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { CommandError, EmptyState, Loaded } from '@/components/States';
import { localDate } from '@/components/time';
import { estimate, money, useUnits } from '@/components/units';
import { useMe } from '@/shell/me';
import { terms } from '@/words/terms';
import { words as w } from './words';

const endings = new Set(['DONE', 'FAILED']);

/** The lanes of a business date. An ADMIN may have the report written anew. */
export function LaneReportPage() {
  const me = useMe();
  const units = useUnits();
  const [search, setSearch] = useSearchParams();
  const date = search.get('date') ?? localDate(new Date(), 'UTC');
  const report = useQuery(queries.laneReport(date));
  const perUnit = (perKilometer: Money | null) =>
    perKilometer == null
      ? w.tooFew
      : money(
          estimate(
            Number(perKilometer.amount) * ((units.toSi('distance', '1') ?? 1000) / 1000),
            perKilometer.currency,
          ),
        );
  return (
    <>
      <PageHeader title={terms.reports.title}>{me.may('reports.run') && <RunJob date={date} />}</PageHeader>
      <label className="mb-4 flex max-w-60 flex-col gap-1">
        <span className="font-semibold">{w.date}</span>
        <input
          type="date"
          className="control"
          value={date}
          onChange={(event) => event.target.value && setSearch({ date: event.target.value })}
        />
      </label>
      <Loaded query={report}>
        {(data) => (
          <>
            <p className="mb-3 text-secondary">
              {w.zone(data.zone)}{' '}
              {data.upTo && (
                <>
                  {w.upTo} <SiteTime instant={data.upTo} zone={data.zone} />
                </>
              )}
            </p>
            {data.rows.length === 0 ? (
              <EmptyState title={w.none} text={me.may('reports.run') ? w.noneRun : w.noneText} />
            ) : (
              <DataTable<LaneRow>
                label={terms.reports.title}
                rows={data.rows}
                rowKey={(row) => row.originRegion + row.destinationRegion + row.currency}
                columns={[
                  {
                    name: terms.loads.lane,
                    cell: (row) => terms.lane(row.originRegion, row.destinationRegion),
                  },
                  { name: terms.wallet.currency, cell: (row) => row.currency },
                  { name: w.posted, numeric: true, cell: (row) => row.loadsPosted },
                  { name: w.booked, numeric: true, cell: (row) => row.loadsBooked },
                  {
                    name: w.low(units.name('distance')),
                    numeric: true,
                    cell: (row) => perUnit(row.ratePerKilometerLow),
                  },
                  {
                    name: w.median(units.name('distance')),
                    numeric: true,
                    cell: (row) => perUnit(row.ratePerKilometerMedian),
                  },
                  {
                    name: w.high(units.name('distance')),
                    numeric: true,
                    cell: (row) => perUnit(row.ratePerKilometerHigh),
                  },
                  { name: w.count, numeric: true, cell: (row) => row.rateCount },
                  {
                    name: w.empty(units.name('distance')),
                    numeric: true,
                    cell: (row) =>
                      row.emptyKilometers == null
                        ? terms.none
                        : units.figure('distance', Number(row.emptyKilometers) * 1000),
                  },
                ]}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

function RunJob({ date }: { date: string }) {
  const client = useQueryClient();
  const [run, setRun] = useState<{ id: string } | null>(null);
  const start = useCommand(
    (_: void, key) => post<{ id: string }>('/reports/lanes/runs', { date }, { idempotencyKey: key }),
    setRun,
  );
  const state = useQuery({
    queryKey: ['reports', 'run', run?.id],
    queryFn: async ({ signal }) => {
      const now = await get<LaneRun>(`/reports/lanes/runs/${run!.id}`, signal);
      if (endings.has(now.status)) void client.invalidateQueries({ queryKey: ['reports', date] });
      return now;
    },
    enabled: run !== null,
    refetchInterval: (query) => (endings.has(query.state.data?.status ?? '') ? false : 1000),
  });
  const status = state.data?.status;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p role="status" data-run={status}>
        {run && w.runState(status ?? 'REQUESTED')}
      </p>
      <Button
        look="primary"
        pending={start.isPending || (run !== null && !endings.has(status ?? ''))}
        onClick={() => start.mutate()}
      >
        {w.run}
      </Button>
      <CommandError error={start.error} />
    </div>
  );
}
