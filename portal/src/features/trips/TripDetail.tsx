import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation, useParams } from 'react-router';
import { useOnce } from '@/api/once';
import { queries } from '@/api/queries';
import type { Trip } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Confirm } from '@/components/Dialog';
import { CapacityText } from '@/components/Figures';
import { Facts, PageHeader, Panel } from '@/components/PageHeader';
import { placeName } from '@/components/placeName';
import { SiteTime } from '@/components/SiteTime';
import { Loaded } from '@/components/States';
import { LateEntry, StatusPill } from '@/components/StatusPill';
import { money } from '@/components/units';
import { useMarketRecord } from '@/components/useMarketRecord';
import { useMe } from '@/shell/me';
import { shell } from './words/shell';
import { terms } from '@/words/terms';
import { Assign, ChangeCrew, CrewHistory } from './Crew';
import { words as w } from './words';

export function TripDetail({ parts }: { parts: (trip: Trip, own: boolean) => ReactNode }) {
  const { id = '' } = useParams();
  const me = useMe();
  const trip = useQuery(queries.trip(id));
  const others = trip.data && trip.data.organisationId !== me.organisation?.id && me.may('market.view');
  useMarketRecord(
    others ? { subscribe: 'market', of: 'trips', equipment: trip.data.equipment } : null,
    id,
    trip.refetch,
  );
  return <Loaded query={trip}>{(data) => <Detail key={data.id} trip={data} parts={parts} />}</Loaded>;
}

function Detail({ trip, parts }: { trip: Trip; parts: (trip: Trip, own: boolean) => ReactNode }) {
  const me = useMe();
  const location = useLocation();
  const own = trip.organisationId === me.organisation?.id;
  const open = trip.status === 'PLANNED';
  const underWay = trip.status === 'IN_PROGRESS';
  const assigns = own && me.may('trips.assign');
  return (
    <>
      <PageHeader
        title={w.title(trip.reference)}
        back={{ to: `/trips${location.search}`, label: shell.trips }}
        pills={
          <>
            <StatusPill status={trip.status} />
            {trip.lateEntry && <LateEntry />}
          </>
        }
      >
        {own && open && me.may('trips.post') && <Cancel trip={trip} />}
        {assigns && underWay && <ChangeCrew trip={trip} />}
        {own && underWay && me.may('trips.post') && <End trip={trip} />}
      </PageHeader>
      <div className="flex flex-col gap-6">
        <div className="grid items-start gap-6 triple:grid-cols-2">
          <Panel title={w.route}>
            <Route trip={trip} />
          </Panel>
          {assigns && open ? (
            <Assign trip={trip} />
          ) : (
            <Panel title={w.details}>
              <Facts
                items={[
                  { term: terms.fleet.driver, value: trip.driver?.name ?? terms.trips.notAssigned },
                  {
                    term: terms.fleet.vehicle,
                    value: trip.vehicle
                      ? terms.trips.vehicle(trip.vehicle.name, trip.vehicle.plate)
                      : terms.trips.notAssigned,
                  },
                  { term: terms.fleet.equipment, value: terms.equipment[trip.equipment] },
                  { term: terms.fleet.capacity, value: <CapacityText value={trip.capacity} /> },
                  ...(trip.askPerKilometer ? [{ term: w.ask, value: money(trip.askPerKilometer) }] : []),
                ]}
              />
            </Panel>
          )}
        </div>
        {own && !open && <CrewHistory trip={trip} />}
        {parts(trip, own)}
      </div>
    </>
  );
}

function Route({ trip }: { trip: Trip }) {
  return (
    <ol className="flex flex-col gap-4">
      {trip.stops.map((stop, index) => (
        <li key={stop.sequence} className="border-l-2 border-control pl-3">
          <p className="font-semibold">{placeName(stop.place)}</p>
          <p>
            <SiteTime instant={stop.at} zone={stop.place.zone} />
          </p>
          {trip.segments[index] && (
            <p className="text-secondary">
              {w.left} <CapacityText value={trip.segments[index].remaining} />
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function Cancel({ trip }: { trip: Trip }) {
  const cancel = useOnce('trip.cancel', { id: trip.id, label: trip.reference }, () =>
    announce(w.cancelled(trip.reference)),
  );
  return (
    <Confirm
      label={w.cancel}
      title={w.cancelTitle(trip.reference)}
      text={w.cancelText}
      confirm={w.cancel}
      pending={cancel.isPending}
      error={cancel.error}
      onConfirm={(reason) => cancel.mutate({ reason })}
    />
  );
}

/** Ends a trip by hand. A trip ends by itself when it has brought its freight to its last stop; one whose last segments were not sold is ended here. */
function End({ trip }: { trip: Trip }) {
  const end = useOnce('trip.complete', { id: trip.id, label: trip.reference }, () =>
    announce(w.ended(trip.reference)),
  );
  return (
    <Confirm
      label={w.end}
      title={w.endTitle(trip.reference)}
      text={w.endText}
      confirm={w.end}
      look="secondary"
      pending={end.isPending}
      error={end.error}
      onConfirm={() => end.mutate()}
    />
  );
}
