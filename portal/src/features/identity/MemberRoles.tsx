import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '@/api/command';
import { ask } from '@/api/http';
import { queries } from '@/api/queries';
import type { Member, Role } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { ChangedMeanwhile, EditConflict, type Edited } from '@/components/EditConflict';
import { CheckField, Form, useFormErrors } from '@/components/Form';
import { beingEdited, useEdit, type EditField } from '@/components/useEdit';
import { useMe } from '@/shell/me';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';
import { organisation } from './words/organisation';

const w = organisation.members;

export function RoleChecks({
  roles,
  chosen,
  onChosen,
}: {
  roles: Role[];
  chosen: Role[];
  onChosen: (roles: Role[]) => void;
}) {
  const { ownRoles } = useMe().organisation!;
  return (
    <fieldset>
      <legend className="font-semibold">{w.roles}</legend>
      {roles.map((role) => (
        <CheckField
          key={role}
          label={terms.roleWithHint(role, ownRoles)}
          checked={chosen.includes(role)}
          onChecked={(checked) =>
            onChosen(checked ? [...chosen, role] : chosen.filter((other) => other !== role))
          }
        />
      ))}
    </fieldset>
  );
}

interface Props {
  organisationId: string;
  member: Member;
  roles: Role[];
}

/** A member's roles, for a person who manages the organisation. */
export function MemberRoles(props: Props) {
  const [open, setOpen] = useState(false);
  const { member } = props;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{w.changeRoles}</Button>
      <Dialog title={w.changeRolesOf(member.name || member.email)} open={open} onClose={() => setOpen(false)}>
        {open && <RolesForm {...props} onDone={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}

interface RolesDraft {
  roles: Role[];
}

function RolesForm({ organisationId, member, roles, onDone }: Props & { onDone: () => void }) {
  const errors = useFormErrors();
  const client = useQueryClient();
  const { ownRoles } = useMe().organisation!;
  const listed = useQuery(beingEdited(queries.everyMember(organisationId)));
  const now = (members: Member[] | undefined) => members?.find((each) => each.personId === member.personId);
  const edit = useEdit<Member, RolesDraft>({
    thing: now(listed.data?.items) ?? member,
    draftOf: (one) => ({ roles: one.roles }),
    empty: () => ({ roles: [] }),
    fields: (one, other) => [...new Set([...one.roles, ...other.roles])].map((role) => held(role)),
    read: async () =>
      now((await client.fetchQuery({ ...queries.everyMember(organisationId), staleTime: 0 })).items) ??
      member,
  });
  const { draft, conflict } = edit;
  const edited: Edited = { of: 'MEMBER', id: member.personId };
  const change = useCommand(
    (chosen: Role[]) =>
      ask(`/organisations/${organisationId}/members/${member.personId}/roles`, {
        method: 'PUT',
        body: { roles: chosen },
        version: edit.version(),
      }),
    () => {
      announce(w.changed);
      onDone();
    },
  );

  /** Each role is a field of its own, so that two people's changes of different roles do not conflict. */
  function held(role: Role): EditField<RolesDraft> {
    return {
      name: role,
      label: terms.roleWithHint(role, ownRoles),
      value: (one) => one.roles.includes(role),
      show: (one) => inputs.edit.yesNo(one.roles.includes(role)),
      take: (into, from) => ({
        roles: from.roles.includes(role)
          ? [...new Set([...into.roles, role])]
          : into.roles.filter((each) => each !== role),
      }),
    };
  }

  const submit = (chosen = draft): void =>
    change.mutate(chosen.roles, { onError: edit.refused(submit, errors.showProblem) });
  if (conflict) return <EditConflict edit={edit} conflict={conflict} edited={edited} onSend={submit} />;
  return (
    <>
      <ChangedMeanwhile edit={edit} edited={edited} />
      <Form errors={errors} onSubmit={() => submit()}>
        <p>{w.changeRolesText}</p>
        <RoleChecks roles={roles} chosen={draft.roles} onChosen={(chosen) => edit.set({ roles: chosen })} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" pending={change.isPending}>
            {terms.actions.save}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {terms.actions.keep}
          </Button>
        </div>
      </Form>
    </>
  );
}
