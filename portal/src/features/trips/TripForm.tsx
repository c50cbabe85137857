import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useOnce } from '@/api/once';
import type { FieldProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import { equipments, type Equipment, type Place, type Trip, type TripIn, type Vehicle } from '@/api/types';
import { announce } from '@/components/Announcer';
import {
  CapacityFields,
  capacityOf,
  capacityProblems,
  emptyCapacity,
  typedCapacity,
  type TypedCapacity,
} from '@/components/CapacityFields';
import { CapacityText } from '@/components/Figures';
import { SelectField, TextField, useFormErrors, type FormErrors } from '@/components/Form';
import { CurrencyField, MoneyField, moneyOf, moneyProblems } from '@/components/MoneyField';
import { PageHeader } from '@/components/PageHeader';
import { placeName } from '@/components/placeName';
import { StepForm, type Step } from '@/components/StepForm';
import { StopList } from '@/components/StopList';
import { existing } from '@/components/time';
import { estimate, number, useUnits, type Units } from '@/components/units';
import { useKept } from '@/components/useKept';
import { useNow } from '@/components/useNow';
import { ClockNotes } from '@/components/WindowField';
import { timeProblems, type TypedTime } from '@/components/windows';
import { useMe } from '@/shell/me';
import { shell } from './words/shell';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';
import { words as w } from './words';

interface TripDraft {
  stops: { key: number; place: Place | null; at: string }[];
  driverId: string;
  vehicleId: string;
  equipment: Equipment | '';
  capacity: TypedCapacity;
  currency: string;
  ask: string;
  floor: string;
}

const emptyDraft = (): TripDraft => ({
  stops: [
    { key: 1, place: null, at: '' },
    { key: 2, place: null, at: '' },
  ],
  driverId: '',
  vehicleId: '',
  equipment: '',
  capacity: emptyCapacity,
  currency: 'USD',
  ask: '',
  floor: '',
});

function typedTimes(draft: TripDraft): TypedTime[] {
  return draft.stops.map(({ place, at }) => ({ zone: place?.zone ?? null, at }));
}

function stopProblems(draft: TripDraft, now: number): FieldProblem[] {
  const times = timeProblems(typedTimes(draft), now);
  return draft.stops.flatMap((stop, index) => {
    const at = `/stops/${index}/at`;
    return [
      ...(stop.place ? [] : [{ pointer: `/stops/${index}/placeId`, detail: terms.loads.choosePlace }]),
      ...(stop.at ? [] : [{ pointer: at, detail: inputs.forms.required(w.at) }]),
      ...times.filter(({ pointer }) => pointer === at),
    ];
  });
}

function tripOf(draft: TripDraft, units: Units): TripIn {
  const perKilometer = number(draft.ask);
  const kilometers = (units.toSi('distance', '1') ?? 1000) / 1000;
  const ask = perKilometer
    ? moneyOf(estimate(perKilometer / kilometers, draft.currency).amount, draft.currency)
    : null;
  const floor = draft.floor ? moneyOf(draft.floor, draft.currency) : null;
  return {
    stops: draft.stops.map((stop) => ({ placeId: stop.place!.id, at: existing(stop.at, stop.place!.zone) })),
    equipment: draft.equipment as Equipment,
    capacity: capacityOf(draft.capacity, units),
    ...(draft.vehicleId ? { vehicleId: draft.vehicleId } : {}),
    ...(draft.driverId ? { driverId: draft.driverId } : {}),
    ...(ask ? { askPerKilometer: ask } : {}),
    ...(floor ? { floorPrice: floor } : {}),
  };
}

export function TripForm() {
  const me = useMe();
  const units = useUnits();
  const navigate = useNavigate();
  const errors = useFormErrors();
  const drivers = useQuery(queries.drivers({ limit: 100 }));
  const vehicles = useQuery(queries.vehicles({ limit: 100 }));
  const kept = `trip.${me.organisation?.id}`;
  const [draft, setDraft, discard] = useKept(kept, emptyDraft);
  const set = (change: Partial<TripDraft>) => setDraft({ ...draft, ...change });
  const lane = terms.lane(
    draft.stops[0]?.place?.name ?? '',
    draft.stops[draft.stops.length - 1]?.place?.name ?? '',
  );
  const send = useOnce<Trip>('trip.create', { label: lane, kept }, (trip) => {
    discard();
    announce(w.posted(trip.reference));
    void navigate(`/trips/${trip.id}`, { replace: true });
  });

  function chooseVehicle(vehicleId: string, all: Vehicle[]): void {
    const vehicle = all.find((candidate) => candidate.id === vehicleId);
    set(
      vehicle
        ? { vehicleId, equipment: vehicle.equipment, capacity: typedCapacity(vehicle.capacity, units) }
        : { vehicleId },
    );
  }

  const steps: Step[] = [
    {
      name: w.stepRoute,
      pointers: ['/stops'],
      content: <RouteFields draft={draft} set={set} errors={errors} />,
      check: () => stopProblems(draft, Date.now()),
      summary: (
        <ol>
          {draft.stops.map((stop) => (
            <li key={stop.key}>
              {w.stopSummary(
                stop.place ? placeName(stop.place) : terms.none,
                (stop.place ? existing(stop.at, stop.place.zone) : stop.at).replace('T', ' '),
              )}
            </li>
          ))}
        </ol>
      ),
    },
    {
      name: w.stepCapacity,
      pointers: ['/vehicleId', '/driverId', '/equipment', '/capacity'],
      content: (
        <>
          <SelectField
            pointer="/vehicleId"
            label={terms.fleet.vehicle}
            hint={w.vehicleHint}
            optional
            value={draft.vehicleId}
            onValue={(id) => chooseVehicle(id, vehicles.data?.items ?? [])}
            empty={w.later}
            choices={(vehicles.data?.items ?? []).map((vehicle) => ({
              value: vehicle.id,
              label: terms.trips.vehicle(vehicle.name, vehicle.plate),
            }))}
          />
          <SelectField
            pointer="/driverId"
            label={terms.fleet.driver}
            optional
            value={draft.driverId}
            onValue={(driverId) => set({ driverId })}
            empty={w.later}
            choices={(drivers.data?.items ?? []).map((driver) => ({ value: driver.id, label: driver.name }))}
          />
          <SelectField
            pointer="/equipment"
            label={terms.fleet.equipment}
            value={draft.equipment}
            onValue={(equipment) => set({ equipment })}
            empty={terms.fleet.chooseEquipment}
            choices={equipments.map((value) => ({ value, label: terms.equipment[value] }))}
          />
          <CapacityFields
            pointer="/capacity"
            value={draft.capacity}
            onValue={(capacity) => set({ capacity })}
            weightRequired
          />
        </>
      ),
      check: () => [
        ...(draft.equipment
          ? []
          : [{ pointer: '/equipment', detail: inputs.forms.choose(terms.fleet.equipment) }]),
        ...capacityProblems('/capacity', draft.capacity, true),
      ],
      summary: (
        <p>
          {draft.equipment ? terms.equipment[draft.equipment] : terms.none}{' '}
          <CapacityText value={capacityOf(draft.capacity, units)} />
        </p>
      ),
    },
    {
      name: w.stepPrice,
      pointers: ['/askPerKilometer', '/floorPrice'],
      content: <PriceFields draft={draft} set={set} units={units} />,
      check: () => [
        ...(draft.ask ? moneyProblems('/askPerKilometer', w.ask, draft.ask, draft.currency) : []),
        ...(draft.floor ? moneyProblems('/floorPrice', w.floor, draft.floor, draft.currency) : []),
      ],
      summary: (
        <p>
          {draft.ask ? w.askSummary(draft.ask, draft.currency, units.name('distance')) : w.noAsk}
          {draft.floor && <span className="block">{w.floorSummary(draft.floor, draft.currency)}</span>}
        </p>
      ),
    },
  ];

  return (
    <div className="max-w-2xl">
      <PageHeader title={terms.trips.post} back={{ to: '/trips', label: shell.trips }} />
      <StepForm
        label={terms.trips.post}
        steps={steps}
        errors={errors}
        submit={terms.trips.post}
        pending={send.isPending}
        onSubmit={() => send.mutate(tripOf(draft, units), { onError: errors.showProblem })}
      />
    </div>
  );
}

interface Part {
  draft: TripDraft;
  set: (change: Partial<TripDraft>) => void;
}

function RouteFields({ draft, set, errors }: Part & { errors: FormErrors }) {
  const change = (index: number, part: Partial<TripDraft['stops'][number]>) =>
    set({ stops: draft.stops.map((stop, at) => (at === index ? { ...stop, ...part } : stop)) });
  const wrong = timeProblems(typedTimes(draft), useNow(60_000));
  return (
    <StopList
      stops={draft.stops}
      onStops={(stops) => set({ stops })}
      errors={errors}
      newStop={() => ({ key: Date.now(), place: null, at: '' })}
      legend={(_, index) => w.stop(index + 1)}
      placeHint={w.loads.placeHint}
      onPlace={(index, place) => change(index, { place })}
    >
      {(stop, index) => (
        <>
          <TextField
            pointer={`/stops/${index}/at`}
            label={w.at}
            hint={stop.place ? w.atZone(stop.place.zone.replace(/_/g, ' ')) : undefined}
            type="datetime-local"
            value={stop.at}
            problem={wrong.find(({ pointer }) => pointer === `/stops/${index}/at`)?.detail}
            onValue={(at) => change(index, { at })}
          />
          {stop.place && <ClockNotes times={[stop.at]} zone={stop.place.zone} moved={null} />}
        </>
      )}
    </StopList>
  );
}

function PriceFields({ draft, set, units }: Part & { units: Units }) {
  return (
    <>
      <CurrencyField pointer="/currency" value={draft.currency} onValue={(currency) => set({ currency })} />
      <MoneyField
        pointer="/askPerKilometer"
        label={w.askPer(units.name('distance'))}
        hint={w.askHint}
        optional
        currency={draft.currency}
        value={draft.ask}
        onValue={(ask) => set({ ask })}
      />
      <MoneyField
        pointer="/floorPrice"
        label={w.floor}
        hint={w.floorHint}
        optional
        currency={draft.currency}
        value={draft.floor}
        onValue={(floor) => set({ floor })}
      />
    </>
  );
}
