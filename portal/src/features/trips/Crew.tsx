import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { queries } from '@/api/queries';
import type { Trip } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button, ButtonLink } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Form, SelectField, TextField, useFormErrors } from '@/components/Form';
import { Panel } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { Loaded } from '@/components/States';
import { instantAt, localNow } from '@/components/time';
import { words } from '@/words';

const w = words.trips;

/** Who drives what: needed before dispatch, refused when taken, too small or missing. */
export function Assign({ trip }: { trip: Trip }) {
  return (
    <Panel title={w.assign}>
      <Crew
        trip={trip}
        label={w.assign}
        look={trip.driver && trip.vehicle ? 'secondary' : 'primary'}
        onDone={() => announce(w.assigned)}
      />
    </Panel>
  );
}

/** On the way a truck breaks down or a driver's hours are over: others take over, now or since a while ago. */
export function ChangeCrew({ trip }: { trip: Trip }) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const zone = trip.stops[0]!.place.zone;
  function close(): void {
    setOpen(false);
    setTyped('');
  }
  return (
    <>
      <Button look="secondary" onClick={() => setOpen(true)}>
        {w.change}
      </Button>
      <Dialog title={w.changeTitle(trip.reference)} open={open} onClose={close}>
        <p className="mb-4">{w.changeText}</p>
        <Crew
          trip={trip}
          label={w.takeOver}
          look="primary"
          from={typed ? instantAt(typed, zone) : undefined}
          onDone={() => {
            close();
            announce(w.takenOver);
          }}
        >
          <TextField
            pointer="/from"
            label={w.changeFrom}
            hint={w.changeFromHint(zone.replace(/_/g, ' '))}
            optional
            type="datetime-local"
            max={localNow(zone)}
            value={typed}
            onValue={setTyped}
          />
        </Crew>
      </Dialog>
    </>
  );
}

function Crew({
  trip,
  label,
  look,
  from,
  onDone,
  children,
}: {
  trip: Trip;
  label: string;
  look: 'primary' | 'secondary';
  from?: string;
  onDone: () => void;
  children?: ReactNode;
}) {
  const drivers = useQuery(queries.drivers({ limit: 100 }));
  const vehicles = useQuery(queries.vehicles({ limit: 100 }));
  const errors = useFormErrors();
  const [driverId, setDriverId] = useState(trip.driver?.id ?? '');
  const [vehicleId, setVehicleId] = useState(trip.vehicle?.id ?? '');
  const assign = useCommand(
    (body: object) => post(`/trips/${trip.id}/assign`, body, { version: trip.version }),
    onDone,
  );
  function submit(): void {
    const wrong = [
      ...(driverId ? [] : [{ pointer: '/driverId', detail: words.forms.choose(words.fleet.driver) }]),
      ...(vehicleId ? [] : [{ pointer: '/vehicleId', detail: words.forms.choose(words.fleet.vehicle) }]),
    ];
    errors.show(wrong);
    if (wrong.length === 0) assign.mutate({ driverId, vehicleId, from }, { onError: errors.showProblem });
  }
  const none = drivers.data?.items.length === 0 || vehicles.data?.items.length === 0;
  if (none) {
    return (
      <div className="flex flex-col items-start gap-3">
        <p>{w.noFleet}</p>
        <ButtonLink to="/fleet">{w.toFleet}</ButtonLink>
      </div>
    );
  }
  return (
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
      {children}
      <div>
        <Button type="submit" look={look} pending={assign.isPending}>
          {label}
        </Button>
      </div>
    </Form>
  );
}

/** Who drove what, and when; only the carrier reads it. */
export function CrewHistory({ trip }: { trip: Trip }) {
  const spans = useQuery(queries.assignments(trip.id));
  const zone = trip.stops[0]!.place.zone;
  return (
    <Panel title={w.history}>
      <Loaded query={spans} rows={1}>
        {(page) => (
          <ol className="flex flex-col gap-4">
            {page.items.map((span) => (
              <li key={span.id} className="border-l-2 border-control pl-3">
                <p className="font-semibold">{span.driver.name}</p>
                <p>{w.vehicle(span.vehicle.name, span.vehicle.plate)}</p>
                <p className="text-secondary">
                  {!span.to && `${w.since} `}
                  <SiteTime instant={span.from} zone={zone} />
                  {span.to && (
                    <>
                      {` ${w.until} `}
                      <SiteTime instant={span.to} zone={zone} />
                    </>
                  )}
                </p>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Panel>
  );
}
