import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { topicKey, type MarketTopic } from '@/api/live';
import { queries } from '@/api/queries';
import type { Leg, Load, Match, Page } from '@/api/types';
import { MarkPill } from '@/components/DataTable';
import { CapacityText } from '@/components/Figures';
import { NewRows } from '@/components/NewRows';
import { Panel } from '@/components/PageHeader';
import { laneOf } from '@/components/legs';
import { SiteTime, WindowText } from '@/components/SiteTime';
import { EmptyState, Loaded } from '@/components/States';
import { TraderLine } from '@/components/TraderLine';
import { estimate, money, useUnits, type Units } from '@/components/units';
import { useMarket } from '@/components/useMarket';
import { useSteadyRows, type Mark, type RowOf } from '@/components/useSteadyRows';
import { terms } from '@/words/terms';
import { words as w } from './words';

/** Trips that could carry a load, best first, each with the reasons for its score. */
export function TripMatches({
  loadId,
  legOf,
  action,
}: {
  loadId: string;
  legOf: (legId: string) => string | null;
  action: (tripId: string, legId: string) => ReactNode;
}) {
  const matches = useQuery(queries.matchesForLoad(loadId));
  const { steady, of } = useMatches(matches, { subscribe: 'matches', load: loadId }, tripMatches);
  return (
    <Panel title={w.trips}>
      <NewRows waiting={steady.waiting} onShow={steady.show} />
      <Loaded query={matches} rows={2}>
        {() =>
          steady.rows.length === 0 ? (
            <EmptyState title={w.noTrips} text={w.noTripsText} />
          ) : (
            <ol className="flex flex-col gap-4">
              {steady.rows.map(
                (match) =>
                  match.trip && (
                    <Ranked
                      key={of.key(match)}
                      match={match}
                      mark={steady.marks.get(of.key(match))}
                      action={action(match.trip.id, match.legId)}
                    >
                      {legOf(match.legId) && <p>{legOf(match.legId)}</p>}
                      <p className="font-semibold">
                        {terms.lane(
                          match.trip.stops[0]?.place.name ?? '',
                          match.trip.stops[match.trip.stops.length - 1]?.place.name ?? '',
                        )}
                      </p>
                      {match.carrier && <TraderLine trader={match.carrier} />}
                      <p>
                        <SiteTime instant={match.trip.startsAt} zone={match.trip.stops[0]?.place.zone} />
                      </p>
                      <p className="text-secondary">
                        {terms.equipment[match.trip.equipment]} <CapacityText value={match.trip.capacity} />
                      </p>
                    </Ranked>
                  ),
              )}
            </ol>
          )
        }
      </Loaded>
    </Panel>
  );
}

/** Loads that a trip could carry, best first. */
export function LoadMatches({ tripId }: { tripId: string }) {
  const matches = useQuery(queries.matchesForTrip(tripId));
  const { steady, of } = useMatches(matches, { subscribe: 'matches', trip: tripId }, loadMatches);
  return (
    <Panel title={w.loads}>
      <NewRows waiting={steady.waiting} onShow={steady.show} />
      <Loaded query={matches} rows={2}>
        {() =>
          steady.rows.length === 0 ? (
            <EmptyState title={w.noLoads} text={w.noLoadsText} />
          ) : (
            <ol className="flex flex-col gap-4">
              {steady.rows.map(
                (match) =>
                  match.load && (
                    <Ranked
                      key={of.key(match)}
                      match={match}
                      mark={steady.marks.get(of.key(match))}
                      action={
                        <Link
                          className="link inline-flex min-h-11 items-center"
                          to={`/loads/${match.load.id}?trip=${tripId}${match.load.legs.length > 1 ? `&leg=${match.legId}` : ''}`}
                        >
                          {w.look(match.load.reference)}
                        </Link>
                      }
                    >
                      <p className="font-semibold">{laneOf(match.load, legIn(match.load, match))}</p>
                      <p>{pickup(match.load, match)}</p>
                      {match.load.poster && <TraderLine trader={match.load.poster} />}
                      <p className="figures">
                        {match.load.price ? money(match.load.price) : terms.loads.bidsIn(match.load.currency)}
                      </p>
                    </Ranked>
                  ),
              )}
            </ol>
          )
        }
      </Loaded>
    </Panel>
  );
}

const tripMatches: RowOf<Match> = {
  key: (match) => match.trip!.id + match.legId,
  id: (match) => match.trip!.id,
  version: (match) => match.trip!.version,
  newestFirst: false,
};

const loadMatches: RowOf<Match> = {
  key: (match) => match.legId,
  id: (match) => match.load!.id,
  version: (match) => match.load!.version,
  newestFirst: false,
};

/** Matches keep their order until somebody asks for a new ranking. */
function useMatches(
  matches: UseQueryResult<Page<Match>>,
  topic: MarketTopic,
  of: RowOf<Match>,
): { steady: ReturnType<typeof useSteadyRows<Match>>; of: RowOf<Match> } {
  const rows = matches.data?.items;
  const known = useMemo(() => rows?.map((match) => ({ id: of.id(match), match })), [rows, of]);
  const market = useMarket<Match>({
    topic,
    rows: known,
    refetch: matches.refetch,
    one: null,
  });
  return { steady: useSteadyRows<Match>(matches.data, topicKey(topic), of, market), of };
}

/** The leg of the load that fits. */
function legIn(load: Load, match: Match): Leg {
  return load.legs.find((leg) => leg.id === match.legId) ?? load.legs[0]!;
}

function pickup(load: Load, match: Match): ReactNode {
  const stop = load.stops[legIn(load, match).fromStop];
  return stop && <WindowText window={stop.window} />;
}

/** A reason of the score: distances and prices per distance are put into the reader's units, other texts are the server's. */
function inUnits(reason: Match['reasons'][number], match: Match, units: Units): string {
  const { code, value, text } = reason;
  if (value === null) return text;
  if (code === 'DEADHEAD') return w.deadhead(units.show('distance', value));
  if (code === 'DETOUR') return w.detour(units.show('distance', value));
  if (code === 'PRICE' && value !== 0) {
    const currency = match.load?.currency ?? match.trip?.askPerKilometer?.currency;
    const kilometers = (units.toSi('distance', '1') ?? 1000) / 1000;
    if (!currency) return text;
    const over = money(estimate(Math.abs(value * kilometers), currency));
    return value > 0 ? w.above(over, units.name('distance')) : w.below(over, units.name('distance'));
  }
  return text;
}

function Ranked({
  match,
  mark,
  action,
  children,
}: {
  match: Match;
  mark: Mark | undefined;
  action: ReactNode;
  children: ReactNode;
}) {
  const units = useUnits();
  const gone = mark === 'gone';
  return (
    <li
      data-mark={mark}
      className="grid gap-3 border-b border-line pb-4 last:border-0 last:pb-0 rail:grid-cols-[4rem_1fr_auto]"
    >
      <p className="figures">
        <span className="block text-lg font-semibold">{match.score}</span>
        <span className="text-xs text-secondary">{w.score}</span>
      </p>
      <div className={`min-w-0 ${gone ? 'line-through text-secondary' : ''}`}>
        {children}
        <ul className="mt-1 list-disc pl-5 text-secondary">
          {match.reasons.map((reason) => (
            <li key={reason.code}>{inUnits(reason, match, units)}</li>
          ))}
        </ul>
      </div>
      <div>
        {mark ? <MarkPill mark={mark} /> : null}
        {!gone && action}
      </div>
    </li>
  );
}
