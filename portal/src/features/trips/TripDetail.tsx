import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useLocation, useParams } from 'react-router';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { queries } from '@/api/queries';
import type { Trip } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button, ButtonLink } from '@/components/Button';
import { Confirm } from '@/components/Dialog';
import { CapacityText } from '@/components/Figures';
import { Form, SelectField, useFormErrors } from '@/components/Form';
import { Facts, PageHeader, Panel } from '@/components/PageHeader';
import { placeName } from '@/components/PlacePicker';
import { SiteTime } from '@/components/SiteTime';
import { Loaded } from '@/components/States';
import { LateEntry, StatusPill } from '@/components/StatusPill';
import { money } from '@/components/units';
import { useMe } from '@/shell/me';
import { words } from '@/words';

const w = words.trips;

export function TripDetail({ parts }: { parts: (trip: Trip, own: boolean) => ReactNode }) {
  const { id = '' } = useParams();
  const trip = useQuery(queries.trip(id));
  return <Loaded query={trip}>{(data) => <Detail key={data.id} trip={data} parts={parts} />}</Loaded>;
}

function Detail({ trip, parts }: { trip: Trip; parts: (trip: Trip, own: boolean) => ReactNode }) {
  const me = useMe();
  const location = useLocation();
  const own = trip.organisationId === me.organisation?.id;
  const open = trip.status === 'PLANNED';
  const assigns = own && me.may('trips.assign') && (open || trip.status === 'IN_PROGRESS');
  return (
    <>
      <PageHeader
        title={w.title(trip.reference)}
        back={{ to: `/trips${location.search}`, label: words.navigation.trips }}
        pills={
          <>
            <StatusPill status={trip.status} />
            {trip.lateEntry && <LateEntry />}
          </>
        }
      >
        {own && open && me.may('trips.post') && <Cancel trip={trip} />}
        {own && trip.status === 'IN_PROGRESS' && me.may('trips.post') && <End trip={trip} />}
      </PageHeader>
      <div className="flex flex-col gap-6">
        <div className="grid items-start gap-6 triple:grid-cols-2">
          <Panel title={w.route}>
            <Route trip={trip} />
          </Panel>
          {assigns ? (
            <Assign key={`${trip.driver?.id}${trip.vehicle?.id}`} trip={trip} />
          ) : (
            <Panel title={w.details}>
              <Facts
                items={[
                  { term: words.fleet.driver, value: trip.driver?.name ?? w.notAssigned },
                  {
                    term: words.fleet.vehicle,
                    value: trip.vehicle ? w.vehicle(trip.vehicle.name, trip.vehicle.plate) : w.notAssigned,
                  },
                  { term: words.fleet.equipment, value: words.equipment[trip.equipment] },
                  { term: words.fleet.capacity, value: <CapacityText value={trip.capacity} /> },
                  ...(trip.askPerKilometer ? [{ term: w.ask, value: money(trip.askPerKilometer) }] : []),
                ]}
              />
            </Panel>
          )}
        </div>
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

/** Who drives what: needed before dispatch, refused when taken, too small or missing. */
function Assign({ trip }: { trip: Trip }) {
  const drivers = useQuery(queries.drivers({ limit: 100 }));
  const vehicles = useQuery(queries.vehicles({ limit: 100 }));
  const errors = useFormErrors();
  const [driverId, setDriverId] = useState(trip.driver?.id ?? '');
  const [vehicleId, setVehicleId] = useState(trip.vehicle?.id ?? '');
  const assign = useCommand(
    (body: object) => post(`/trips/${trip.id}/assign`, body, { version: trip.version }),
    () => announce(w.assigned),
  );
  function submit(): void {
    const wrong = [
      ...(driverId ? [] : [{ pointer: '/driverId', detail: words.forms.choose(words.fleet.driver) }]),
      ...(vehicleId ? [] : [{ pointer: '/vehicleId', detail: words.forms.choose(words.fleet.vehicle) }]),
    ];
    errors.show(wrong);
    if (wrong.length === 0) assign.mutate({ driverId, vehicleId }, { onError: errors.showProblem });
  }
  const none = drivers.data?.items.length === 0 || vehicles.data?.items.length === 0;
  return (
    <Panel title={w.assign}>
      {none ? (
        <div className="flex flex-col items-start gap-3">
          <p>{w.noFleet}</p>
          <ButtonLink to="/fleet">{w.toFleet}</ButtonLink>
        </div>
      ) : (
        <Form errors={errors} onSubmit={submit}>
          <SelectField
            pointer="/driverId"
            label={words.fleet.driver}
            value={driverId}
            onValue={setDriverId}
            empty={w.chooseDriver}
            choices={(drivers.data?.items ?? [])
              .filter((driver) => driver.active !== false)
              .map((driver) => ({ value: driver.id, label: driver.name }))}
          />
          <SelectField
            pointer="/vehicleId"
            label={words.fleet.vehicle}
            value={vehicleId}
            onValue={setVehicleId}
            empty={w.chooseVehicle}
            choices={(vehicles.data?.items ?? [])
              .filter((vehicle) => vehicle.active !== false)
              .map((vehicle) => ({ value: vehicle.id, label: w.vehicle(vehicle.name, vehicle.plate) }))}
          />
          <div>
            <Button
              type="submit"
              look={trip.driver && trip.vehicle ? 'secondary' : 'primary'}
              pending={assign.isPending}
            >
              {w.assign}
            </Button>
          </div>
        </Form>
      )}
    </Panel>
  );
}

function Cancel({ trip }: { trip: Trip }) {
  const cancel = useCommand(
    (reason: string, key) => post(`/trips/${trip.id}/cancel`, { reason }, { idempotencyKey: key }),
    () => announce(w.cancelled(trip.reference)),
  );
  return (
    <Confirm
      label={w.cancel}
      title={w.cancelTitle(trip.reference)}
      text={w.cancelText}
      confirm={w.cancel}
      pending={cancel.isPending}
      error={cancel.error}
      onConfirm={(reason) => cancel.mutate(reason)}
    />
  );
}

/** A trip ends by itself with what it carries to its last stop; one whose last segments stay unsold is ended here. */
function End({ trip }: { trip: Trip }) {
  const end = useCommand(
    (_: void, key) => post(`/trips/${trip.id}/complete`, {}, { idempotencyKey: key }),
    () => announce(w.ended(trip.reference)),
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
