import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '@/api/command';
import { ask, post } from '@/api/http';
import { queries } from '@/api/queries';
import type { Driver } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button, ButtonLink } from '@/components/Button';
import { CheckField, Form, SelectField, TextField, useFormErrors } from '@/components/Form';
import { PageHeader } from '@/components/PageHeader';
import { Loaded } from '@/components/States';
import { useMe } from '@/shell/me';
import { words } from '@/words';

const w = words.fleet;
const back = { to: '/fleet?view=drivers', label: w.drivers };

export function DriverPage() {
  const { id } = useParams();
  const driver = useQuery({ ...queries.driver(id ?? ''), enabled: id !== undefined });
  if (!id) return <DriverForm driver={null} />;
  return <Loaded query={driver}>{(data) => <DriverForm driver={data} />}</Loaded>;
}

function DriverForm({ driver }: { driver: Driver | null }) {
  const me = useMe();
  const navigate = useNavigate();
  const errors = useFormErrors();
  const [name, setName] = useState(driver?.name ?? '');
  const [phone, setPhone] = useState(driver?.phone ?? '');
  const [personId, setPersonId] = useState(driver?.personId ?? '');
  const [active, setActive] = useState(driver?.active !== false);
  const mayLink = me.may('organisation.manage') && me.organisation !== null;
  const members = useQuery({ ...queries.members(me.organisation?.id ?? ''), enabled: mayLink });
  const title = driver ? w.changeDriver(driver.name) : w.addDriver;

  const save = useCommand(
    async (body: object, key) => {
      if (!driver) return post<Driver>('/drivers', body, { idempotencyKey: key });
      const path = `/drivers/${driver.id}`;
      return (await ask<Driver>(path, { method: 'PATCH', body, version: driver.version })).body;
    },
    (saved) => {
      announce(w.saved(saved.name));
      void navigate(back.to);
    },
  );

  function submit(): void {
    const wrong = name.trim() ? [] : [{ pointer: '/name', detail: words.forms.required(w.driverName) }];
    errors.show(wrong);
    if (wrong.length > 0) return;
    const body = {
      name: name.trim(),
      phone: phone.trim() || null,
      personId: personId || null,
      ...(driver ? { active } : {}),
    };
    save.mutate(body, { onError: errors.showProblem });
  }

  return (
    <div className="max-w-xl">
      <PageHeader title={title} back={back} />
      <Form errors={errors} onSubmit={submit} label={title}>
        <TextField pointer="/name" label={w.driverName} value={name} onValue={setName} />
        <TextField pointer="/phone" label={w.phone} optional type="tel" value={phone} onValue={setPhone} />
        {mayLink && (
          <SelectField
            pointer="/personId"
            label={w.account}
            hint={w.accountHint}
            optional
            value={personId}
            onValue={setPersonId}
            empty={w.notLinked}
            choices={(members.data?.items ?? [])
              .filter((member) => member.personId)
              .map((member) => ({
                value: member.personId,
                label: words.members.person(member.name, member.email),
              }))}
          />
        )}
        {driver && <CheckField label={w.takesTrips} checked={active} onChecked={setActive} />}
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
