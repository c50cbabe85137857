import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { useOnce } from '@/api/once';
import { queries } from '@/api/queries';
import type { Leg, Load } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button, ButtonLink } from '@/components/Button';
import { Confirm } from '@/components/Dialog';
import { CapacityText, Quantity } from '@/components/Figures';
import { Facts, PageHeader, Panel } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { CommandError, Loaded } from '@/components/States';
import { LateEntry, StatusPill } from '@/components/StatusPill';
import { laneOf } from '@/components/legs';
import { Stops } from '@/components/Stops';
import { TraderLine } from '@/components/TraderLine';
import { useMarketRecord } from '@/components/useMarketRecord';
import { useMe } from '@/shell/me';
import { shell } from './words/shell';
import { terms } from '@/words/terms';
import { Price } from './LoadList';
import { words as w } from './words';

/** In these states a leg can still be called off. */
const notLoaded: ReadonlySet<Leg['status']> = new Set([
  'OPEN',
  'COVERED',
  'DISPATCHED',
  'AT_PICKUP',
  'EXPIRED',
] as const);

/** One load. `parts` adds what other features have to say about it. */
export function LoadDetail({ parts }: { parts: (load: Load, own: boolean) => ReactNode }) {
  const { id = '' } = useParams();
  const me = useMe();
  const load = useQuery(queries.load(id));
  const others = load.data && load.data.organisationId !== me.organisation?.id && me.may('market.view');
  useMarketRecord(
    others ? { subscribe: 'market', of: 'loads', equipment: load.data.equipment } : null,
    id,
    load.refetch,
  );
  return <Loaded query={load}>{(data) => <Detail key={data.id} load={data} parts={parts} />}</Loaded>;
}

function Detail({ load, parts }: { load: Load; parts: (load: Load, own: boolean) => ReactNode }) {
  const me = useMe();
  const location = useLocation();
  const own = load.organisationId === me.organisation?.id;
  const zone = load.stops[0]?.place.zone;
  return (
    <>
      <PageHeader
        title={w.title(load.reference)}
        back={{ to: `/loads${location.search}`, label: shell.loads }}
        pills={
          <>
            <StatusPill status={load.status} />
            {load.lateEntry && <LateEntry />}
          </>
        }
      >
        {own && me.may('loads.post') && <Actions load={load} />}
      </PageHeader>
      <div className="flex flex-col gap-6">
        {load.bookingId && (
          <p className="rounded-panel bg-info-fill p-3 text-info">
            <Link className="underline" to={`/bookings/${load.bookingId}`}>
              {w.toBooking}
            </Link>
          </p>
        )}
        {load.poster && (
          <div className="panel p-4">
            <TraderLine trader={load.poster} label={terms.traders.poster} />
          </div>
        )}
        <div className="grid items-start gap-6 triple:grid-cols-2">
          <Panel title={w.route}>
            <Stops stops={load.stops} legs={load.legs} />
          </Panel>
          <Panel title={w.cargoAndPrice}>
            <Facts
              items={[
                ...(load.price || own || load.status === 'OPEN'
                  ? [{ term: terms.loads.price, value: <Price load={load} /> }]
                  : []),
                { term: w.distance, value: <Quantity of="distance" value={load.distanceMeters} /> },
                { term: terms.loads.equipment, value: terms.equipment[load.equipment] },
                { term: w.mode, value: terms.mode[load.mode] },
                { term: terms.loads.cargo, value: <CapacityText value={load.cargo} /> },
                { term: w.commodity, value: load.commodity ?? terms.none },
                { term: w.expires, value: <SiteTime instant={load.expiresAt} zone={zone} /> },
                ...(load.notes ? [{ term: w.notes, value: load.notes }] : []),
              ]}
            />
          </Panel>
        </div>
        {load.legs.length > 1 && (
          <Legs load={load} cancellable={own && me.may('loads.post') && load.status !== 'DRAFT'} />
        )}
        {parts(load, own)}
      </div>
    </>
  );
}

/** Each leg with its state. Its booking is shown to people who may know it, and the button that calls the leg off is shown to the owner. */
function Legs({ load, cancellable }: { load: Load; cancellable: boolean }) {
  return (
    <Panel title={w.legs}>
      <ol className="flex flex-col gap-4">
        {load.legs.map((leg) => (
          <li
            key={leg.id}
            className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line pb-4 last:border-0 last:pb-0"
          >
            <span className="min-w-0 flex-1 basis-56">
              <span className="font-semibold">{terms.loads.leg(leg.sequence + 1, laneOf(load, leg))}</span>
              <span className="block text-secondary">
                <Quantity of="distance" value={leg.distanceMeters} />
                {leg.status === 'OPEN' && (
                  <>
                    {', '}
                    {w.legOpenUntil}{' '}
                    <SiteTime instant={leg.expiresAt} zone={load.stops[leg.toStop]?.place.zone} />
                  </>
                )}
              </span>
            </span>
            <StatusPill status={leg.status} />
            {leg.bookingId && (
              <Link className="link inline-flex min-h-11 items-center" to={`/bookings/${leg.bookingId}`}>
                {w.legBooking}
              </Link>
            )}
            {cancellable && notLoaded.has(leg.status) && <CancelLeg load={load} leg={leg} />}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function CancelLeg({ load, leg }: { load: Load; leg: Leg }) {
  const number = leg.sequence + 1;
  const cancel = useOnce('load.cancel', { id: load.id, label: load.reference }, () =>
    announce(w.legCancelled(number)),
  );
  return (
    <Confirm
      label={w.cancelLeg}
      title={w.cancelLegTitle(number)}
      text={w.cancelLegText}
      confirm={w.cancelLeg}
      reason={terms.loads.reason}
      pending={cancel.isPending}
      error={cancel.error}
      onConfirm={(reason) => cancel.mutate({ reason, legId: leg.id })}
    />
  );
}

function CancelLoad({ load }: { load: Load }) {
  const cancel = useOnce('load.cancel', { id: load.id, label: load.reference }, () =>
    announce(w.cancelled(load.reference)),
  );
  return (
    <Confirm
      label={w.cancel}
      title={w.cancelTitle(load.reference)}
      text={w.cancelText}
      confirm={w.cancel}
      reason={terms.loads.reason}
      pending={cancel.isPending}
      error={cancel.error}
      onConfirm={(reason) => cancel.mutate({ reason })}
    />
  );
}

function Actions({ load }: { load: Load }) {
  const publish = useOnce('load.post', { id: load.id, label: load.reference, version: load.version }, () =>
    announce(w.posted(load.reference)),
  );
  const editable =
    (load.status === 'DRAFT' || load.status === 'OPEN') &&
    load.legs.every((leg) => leg.status === 'DRAFT' || leg.status === 'OPEN');
  const cancellable =
    editable ||
    (load.legs.length > 1 &&
      load.status !== 'CANCELLED' &&
      load.status !== 'EXPIRED' &&
      load.legs.every((leg) => notLoaded.has(leg.status) || leg.status === 'CANCELLED'));
  return (
    <>
      {load.status === 'DRAFT' && (
        <Button look="primary" pending={publish.isPending} onClick={() => publish.mutate()}>
          {w.publish}
        </Button>
      )}
      {editable && <ButtonLink to={`/loads/${load.id}/edit`}>{terms.actions.edit}</ButtonLink>}
      {cancellable && <CancelLoad load={load} />}
      <CommandError error={publish.error} />
    </>
  );
}
