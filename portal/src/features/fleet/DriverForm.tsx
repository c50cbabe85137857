import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useCommand } from '@/api/command';
import { ask, post } from '@/api/http';
import { queries } from '@/api/queries';
import type { Driver } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button, ButtonLink } from '@/components/Button';
import { ChangedMeanwhile, EditConflict, type Edited } from '@/components/EditConflict';
import { CheckField, Form, SelectField, TextField, useFormErrors } from '@/components/Form';
import { PageHeader } from '@/components/PageHeader';
import { Loaded } from '@/components/States';
import { attribute, beingEdited, useEdit } from '@/components/useEdit';
import { useMe } from '@/shell/me';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';
import { accountChoices, suggestedAccount } from './accounts';
import { words as w } from './words';

const back = { to: '/fleet?view=drivers', label: w.drivers };

export function DriverPage() {
  const { id } = useParams();
  const driver = useQuery({ ...beingEdited(queries.driver(id ?? '')), enabled: id !== undefined });
  if (!id) return <DriverForm driver={null} />;
  return <Loaded query={driver}>{(data) => <DriverForm driver={data} />}</Loaded>;
}

interface DriverDraft {
  name: string;
  phone: string;
  personId: string;
  active: boolean;
}

function DriverForm({ driver }: { driver: Driver | null }) {
  const me = useMe();
  const navigate = useNavigate();
  const errors = useFormErrors();
  const client = useQueryClient();
  const mayLink = me.may('organisation.manage') && me.organisation !== null;
  const members = useQuery({ ...queries.everyMember(me.organisation?.id ?? ''), enabled: mayLink });
  const drivers = useQuery({ ...queries.drivers({ limit: 100 }), enabled: mayLink && !driver });
  const [accountChosen, setAccountChosen] = useState(false);
  const edit = useEdit<Driver, DriverDraft>({
    thing: driver,
    draftOf: ({ name, phone, personId, active }) => ({
      name,
      phone: phone ?? '',
      personId: personId ?? '',
      active: active !== false,
    }),
    empty: () => ({ name: '', phone: '', personId: '', active: true }),
    fields: () => [
      attribute('name', w.driverName),
      attribute('phone', w.phone),
      attribute('personId', w.account, (value) => {
        const member = members.data?.items.find((each) => each.personId === value);
        return member ? terms.members.person(member.name, member.email) : value && w.account;
      }),
      attribute('active', w.takesTrips, (value) => inputs.edit.yesNo(value)),
    ],
    read: () => client.fetchQuery({ ...queries.driver(driver?.id ?? ''), staleTime: 0 }),
  });
  const { draft, set, conflict } = edit;
  const edited: Edited | null = driver && { of: 'DRIVER', id: driver.id };
  const title = driver ? w.changeDriver(driver.name) : terms.fleet.addDriver;

  // An account is suggested for a new driver only, so that changing another driver's phone links nobody. Nothing is suggested either while not all drivers
  // are known here, since one of them may have the account already.
  const suggested =
    !driver && !accountChosen && !draft.personId && drivers.data && !drivers.data.next
      ? suggestedAccount(draft.name, members.data?.items ?? [], drivers.data.items)
      : null;
  const account = suggested ?? draft.personId;

  const save = useCommand(
    async (body: object, key) => {
      if (!driver) return post<Driver>('/drivers', body, { idempotencyKey: key });
      const path = `/drivers/${driver.id}`;
      return (await ask<Driver>(path, { method: 'PATCH', body, version: edit.version() })).body;
    },
    (saved) => {
      announce(w.saved(saved.name));
      void navigate(back.to);
    },
  );

  function submit({ name, phone, personId, active } = draft): void {
    const wrong = name.trim() ? [] : [{ pointer: '/name', detail: inputs.forms.required(w.driverName) }];
    errors.show(wrong);
    if (wrong.length > 0) return;
    const body = {
      name: name.trim(),
      phone: phone.trim() || null,
      personId: personId || null,
      ...(driver ? { active } : {}),
    };
    save.mutate(body, { onError: edit.refused(submit, errors.showProblem) });
  }

  /** The form sends what it shows, so the suggested account is put into the draft first. */
  function send(): void {
    const seen = { ...draft, personId: account };
    set(seen);
    submit(seen);
  }

  return (
    <div className="max-w-xl">
      <PageHeader title={title} back={back} />
      <ChangedMeanwhile edit={edit} edited={edited} />
      {conflict ? (
        <EditConflict edit={edit} conflict={conflict} edited={edited} onSend={submit} />
      ) : (
        <Form errors={errors} onSubmit={send} label={title}>
          <TextField
            pointer="/name"
            label={w.driverName}
            value={draft.name}
            onValue={(name) => set({ name })}
          />
          <TextField
            pointer="/phone"
            label={w.phone}
            optional
            type="tel"
            value={draft.phone}
            onValue={(phone) => set({ phone })}
          />
          {mayLink && (
            <div className="flex flex-col gap-1">
              <SelectField
                pointer="/personId"
                label={w.account}
                hint={suggested ? w.accountSuggested : w.accountHint}
                optional
                value={account}
                onValue={(personId) => {
                  setAccountChosen(true);
                  set({ personId });
                }}
                empty={w.notLinked}
                choices={accountChoices(members.data?.items ?? [], me.organisation?.ownRoles ?? [])}
              />
              <Link className="link inline-flex min-h-11 items-center self-start" to="/members">
                {w.inviteFirst}
              </Link>
            </div>
          )}
          {driver && (
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
