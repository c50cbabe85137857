import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '@/api/command';
import { ask, post } from '@/api/http';
import { queries } from '@/api/queries';
import { equipments, type Equipment, type Vehicle } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button, ButtonLink } from '@/components/Button';
import {
  CapacityFields,
  capacityOf,
  capacityProblems,
  emptyCapacity,
  typedCapacity,
  typedCapacityText,
  type TypedCapacity,
} from '@/components/CapacityFields';
import { ChangedMeanwhile, EditConflict, type Edited } from '@/components/EditConflict';
import { CheckField, Form, SelectField, TextField, useFormErrors } from '@/components/Form';
import { PageHeader } from '@/components/PageHeader';
import { Loaded } from '@/components/States';
import { attribute, beingEdited, useEdit } from '@/components/useEdit';
import { useUnits } from '@/components/units';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';
import { words as w } from './words';

const back = { to: '/fleet', label: w.vehicles };

export function VehiclePage() {
  const { id } = useParams();
  const vehicle = useQuery({ ...beingEdited(queries.vehicle(id ?? '')), enabled: id !== undefined });
  if (!id) return <VehicleForm vehicle={null} />;
  return <Loaded query={vehicle}>{(data) => <VehicleForm vehicle={data} />}</Loaded>;
}

interface VehicleDraft {
  name: string;
  plate: string;
  equipment: Equipment | '';
  capacity: TypedCapacity;
  active: boolean;
}

function VehicleForm({ vehicle }: { vehicle: Vehicle | null }) {
  const navigate = useNavigate();
  const units = useUnits();
  const errors = useFormErrors();
  const client = useQueryClient();
  const edit = useEdit<Vehicle, VehicleDraft>({
    thing: vehicle,
    draftOf: ({ name, plate, equipment, capacity, active }) => ({
      name,
      plate,
      equipment,
      capacity: typedCapacity(capacity, units),
      active: active !== false,
    }),
    empty: () => ({ name: '', plate: '', equipment: '', capacity: emptyCapacity, active: true }),
    fields: () => [
      attribute('name', w.vehicleName),
      attribute('plate', w.plate),
      attribute('equipment', terms.fleet.equipment, (value) => (value ? terms.equipment[value] : '')),
      attribute('capacity', terms.fleet.capacity, (value) => typedCapacityText(value, units)),
      attribute('active', w.takesTrips, (value) => inputs.edit.yesNo(value)),
    ],
    read: () => client.fetchQuery({ ...queries.vehicle(vehicle?.id ?? ''), staleTime: 0 }),
  });
  const { draft, set, conflict } = edit;
  const edited: Edited | null = vehicle && { of: 'VEHICLE', id: vehicle.id };
  const title = vehicle ? w.changeVehicle(vehicle.name) : terms.fleet.addVehicle;

  const save = useCommand(
    async (body: object, key) => {
      if (!vehicle) return post<Vehicle>('/vehicles', body, { idempotencyKey: key });
      const path = `/vehicles/${vehicle.id}`;
      return (await ask<Vehicle>(path, { method: 'PATCH', body, version: edit.version() })).body;
    },
    (saved) => {
      announce(w.saved(saved.name));
      void navigate(back.to);
    },
  );

  function submit({ name, plate, equipment, capacity, active } = draft): void {
    const wrong = [
      ...(name.trim() ? [] : [{ pointer: '/name', detail: inputs.forms.required(w.vehicleName) }]),
      ...(plate.trim() ? [] : [{ pointer: '/plate', detail: inputs.forms.required(w.plate) }]),
      ...(equipment ? [] : [{ pointer: '/equipment', detail: inputs.forms.choose(terms.fleet.equipment) }]),
      ...capacityProblems('/capacity', capacity, true),
    ];
    errors.show(wrong);
    if (wrong.length > 0) return;
    const body = {
      name: name.trim(),
      plate: plate.trim(),
      equipment,
      capacity: capacityOf(capacity, units),
      ...(vehicle ? { active } : {}),
    };
    save.mutate(body, { onError: edit.refused(submit, errors.showProblem) });
  }

  return (
    <div className="max-w-xl">
      <PageHeader title={title} back={back} />
      <ChangedMeanwhile edit={edit} edited={edited} />
      {conflict ? (
        <EditConflict edit={edit} conflict={conflict} edited={edited} onSend={submit} />
      ) : (
        <Form errors={errors} onSubmit={() => submit()} label={title}>
          <TextField
            pointer="/name"
            label={w.vehicleName}
            hint={w.vehicleNameHint}
            value={draft.name}
            onValue={(name) => set({ name })}
          />
          <TextField
            pointer="/plate"
            label={w.plate}
            value={draft.plate}
            onValue={(plate) => set({ plate })}
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
          {vehicle && (
            <CheckField label={w.takesTrips} checked={draft.active} onChecked={(active) => set({ active })} />
          )}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" look="primary" pending={save.isPending}>
              {terms.actions.save}
            </Button>
            <ButtonLink to={back.to} look="quiet">
              {terms.actions.cancel}
            </ButtonLink>
          </div>
        </Form>
      )}
    </div>
  );
}
