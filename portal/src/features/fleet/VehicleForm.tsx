import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
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
} from '@/components/CapacityFields';
import { CheckField, Form, SelectField, TextField, useFormErrors } from '@/components/Form';
import { PageHeader } from '@/components/PageHeader';
import { Loaded } from '@/components/States';
import { useUnits } from '@/components/units';
import { words } from '@/words';

const w = words.fleet;
const back = { to: '/fleet', label: w.vehicles };

export function VehiclePage() {
  const { id } = useParams();
  const vehicle = useQuery({ ...queries.vehicle(id ?? ''), enabled: id !== undefined });
  if (!id) return <VehicleForm vehicle={null} />;
  return <Loaded query={vehicle}>{(data) => <VehicleForm vehicle={data} />}</Loaded>;
}

function VehicleForm({ vehicle }: { vehicle: Vehicle | null }) {
  const navigate = useNavigate();
  const units = useUnits();
  const errors = useFormErrors();
  const [name, setName] = useState(vehicle?.name ?? '');
  const [plate, setPlate] = useState(vehicle?.plate ?? '');
  const [equipment, setEquipment] = useState<Equipment | ''>(vehicle?.equipment ?? '');
  const [capacity, setCapacity] = useState(vehicle ? typedCapacity(vehicle.capacity, units) : emptyCapacity);
  const [active, setActive] = useState(vehicle?.active !== false);
  const title = vehicle ? w.changeVehicle(vehicle.name) : w.addVehicle;

  const save = useCommand(
    async (body: object, key) => {
      if (!vehicle) return post<Vehicle>('/vehicles', body, { idempotencyKey: key });
      const path = `/vehicles/${vehicle.id}`;
      return (await ask<Vehicle>(path, { method: 'PATCH', body, version: vehicle.version })).body;
    },
    (saved) => {
      announce(w.saved(saved.name));
      void navigate(back.to);
    },
  );

  function submit(): void {
    const wrong = [
      ...(name.trim() ? [] : [{ pointer: '/name', detail: words.forms.required(w.vehicleName) }]),
      ...(plate.trim() ? [] : [{ pointer: '/plate', detail: words.forms.required(w.plate) }]),
      ...(equipment ? [] : [{ pointer: '/equipment', detail: words.forms.choose(w.equipment) }]),
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
    save.mutate(body, { onError: errors.showProblem });
  }

  return (
    <div className="max-w-xl">
      <PageHeader title={title} back={back} />
      <Form errors={errors} onSubmit={submit} label={title}>
        <TextField
          pointer="/name"
          label={w.vehicleName}
          hint={w.vehicleNameHint}
          value={name}
          onValue={setName}
        />
        <TextField pointer="/plate" label={w.plate} value={plate} onValue={setPlate} />
        <SelectField
          pointer="/equipment"
          label={w.equipment}
          value={equipment}
          onValue={setEquipment}
          empty={w.chooseEquipment}
          choices={equipments.map((value) => ({ value, label: words.equipment[value] }))}
        />
        <CapacityFields pointer="/capacity" value={capacity} onValue={setCapacity} weightRequired />
        {vehicle && <CheckField label={w.takesTrips} checked={active} onChecked={setActive} />}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" pending={save.isPending}>
            {words.actions.save}
          </Button>
          <ButtonLink to={back.to} look="quiet">
            {words.actions.cancel}
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}
