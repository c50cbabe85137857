import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { queries } from '@/api/queries';
import type { Trip } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button, ButtonLink } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { ChangedMeanwhile, EditConflict, type Edited } from '@/components/EditConflict';
import { Form, SelectField, TextField, useFormErrors } from '@/components/Form';
import { Panel } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { Loaded } from '@/components/States';
import { instantAt, localNow } from '@/components/time';
import { attribute, useEdit } from '@/components/useEdit';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';
import { words as w } from './words';

/** Names the driver and vehicle of a trip. They are needed before dispatch; the server refuses ones that are missing, already taken or too small. */
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

/** Changes driver or vehicle on the way, when a truck breaks down or a driver's hours are over. The others take over now, or have done so a while ago. */
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
  const client = useQueryClient();
  const driverName = (id: string) =>
    drivers.data?.items.find((driver) => driver.id === id)?.name ?? (id && terms.fleet.driver);
  const vehicleName = (id: string) => {
    const found = vehicles.data?.items.find((vehicle) => vehicle.id === id);
    return found ? terms.trips.vehicle(found.name, found.plate) : id && terms.fleet.vehicle;
  };
  const edit = useEdit<Trip, { driverId: string; vehicleId: string }>({
    thing: trip,
    draftOf: ({ driver, vehicle }) => ({ driverId: driver?.id ?? '', vehicleId: vehicle?.id ?? '' }),
    empty: () => ({ driverId: '', vehicleId: '' }),
    fields: () => [
      attribute('driverId', terms.fleet.driver, driverName),
      attribute('vehicleId', terms.fleet.vehicle, vehicleName),
    ],
    read: () => client.fetchQuery({ ...queries.trip(trip.id), staleTime: 0 }),
    follows: true,
  });
  const { draft, set, conflict } = edit;
  const edited: Edited = { who: null };
  const assign = useCommand(
    (body: object) => post<Trip>(`/trips/${trip.id}/assign`, body, { version: edit.version() }),
    (assigned) => {
      edit.saved(assigned);
      onDone();
    },
  );
  function submit({ driverId, vehicleId } = draft): void {
    const wrong = [
      ...(driverId ? [] : [{ pointer: '/driverId', detail: inputs.forms.choose(terms.fleet.driver) }]),
      ...(vehicleId ? [] : [{ pointer: '/vehicleId', detail: inputs.forms.choose(terms.fleet.vehicle) }]),
    ];
    errors.show(wrong);
    if (wrong.length === 0)
      assign.mutate({ driverId, vehicleId, from }, { onError: edit.refused(submit, errors.showProblem) });
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
  if (conflict) return <EditConflict edit={edit} conflict={conflict} edited={edited} onSend={submit} />;
  return (
    <>
      <ChangedMeanwhile edit={edit} edited={edited} />
      <Form errors={errors} onSubmit={() => submit()}>
        <SelectField
          pointer="/driverId"
          label={terms.fleet.driver}
          value={draft.driverId}
          onValue={(driverId) => set({ driverId })}
          empty={w.chooseDriver}
          choices={(drivers.data?.items ?? [])
            .filter((driver) => driver.active !== false)
            .map((driver) => ({ value: driver.id, label: driver.name }))}
        />
        <SelectField
          pointer="/vehicleId"
          label={terms.fleet.vehicle}
          value={draft.vehicleId}
          onValue={(vehicleId) => set({ vehicleId })}
          empty={w.chooseVehicle}
          choices={(vehicles.data?.items ?? [])
            .filter((vehicle) => vehicle.active !== false)
            .map((vehicle) => ({
              value: vehicle.id,
              label: terms.trips.vehicle(vehicle.name, vehicle.plate),
            }))}
        />
        {children}
        <div>
          <Button type="submit" look={look} pending={assign.isPending}>
            {label}
          </Button>
        </div>
      </Form>
    </>
  );
}

/** Which driver drove which vehicle, and when. Only the carrier reads it. */
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
                <p>{terms.trips.vehicle(span.vehicle.name, span.vehicle.plate)}</p>
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
