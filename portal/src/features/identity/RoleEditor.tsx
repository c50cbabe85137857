import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '@/api/command';
import { ask, post } from '@/api/http';
import { queries } from '@/api/queries';
import type { Permission, RoleDetails, RoleGrant, Scope } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { ChangedMeanwhile, EditConflict, type Edited } from '@/components/EditConflict';
import { CheckField, Form, TextField, useFormErrors } from '@/components/Form';
import { attribute, beingEdited, useEdit, type EditField } from '@/components/useEdit';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';
import { organisation as w } from './words/organisation';

/** Without this permission a member could not even see the organisation that they work for. */
const usual: RoleGrant[] = [{ permission: 'organisation.view', scope: 'ORGANISATION' }];

interface Props {
  organisationId: string;
  permissions: Permission[];
  role?: RoleDetails;
}

interface RoleDraft {
  name: string;
  grants: RoleGrant[];
}

/** Makes or changes a role of the organisation's own, from the permissions that the person may give. */
export function RoleEditor(props: Props) {
  const { role } = props;
  const [open, setOpen] = useState(false);
  const title = role ? w.changeTitle(role.name ?? role.code) : w.make;
  return (
    <>
      <Button look={role ? 'secondary' : 'primary'} onClick={() => setOpen(true)}>
        {role ? w.change : w.make}
      </Button>
      <Dialog title={title} open={open} onClose={() => setOpen(false)}>
        {open && <RoleForm {...props} title={title} onDone={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}

function RoleForm({
  organisationId,
  permissions,
  role,
  title,
  onDone,
}: Props & { title: string; onDone: () => void }) {
  const errors = useFormErrors();
  const client = useQueryClient();
  const listed = useQuery(beingEdited(queries.roles(organisationId)));
  const now = (roles: RoleDetails[] | undefined) => roles?.find((each) => each.code === role?.code);
  const path = `/organisations/${organisationId}/roles`;
  const edit = useEdit<RoleDetails, RoleDraft>({
    thing: role ? (now(listed.data?.items) ?? role) : null,
    draftOf: ({ name, grants }) => ({ name: name ?? '', grants }),
    empty: () => ({ name: '', grants: usual }),
    fields: (one, other) => [attribute('name', w.name), ...grantFields(permissions, one, other)],
    read: async () =>
      now((await client.fetchQuery({ ...queries.roles(organisationId), staleTime: 0 })).items) ?? role!,
  });
  const { draft, set, conflict } = edit;
  const edited: Edited | null = role ? { of: 'ROLE', id: role.code } : null;
  const save = useCommand(
    (body: object, key) =>
      role
        ? ask(`${path}/${role.code}`, { method: 'PUT', body, version: edit.version() })
        : post(path, body, { idempotencyKey: key }),
    () => {
      announce(role ? w.changed : w.made);
      onDone();
    },
  );

  function submit({ name, grants } = draft): void {
    const wrong = [
      ...(name.trim() ? [] : [{ pointer: '/name', detail: inputs.forms.required(w.name) }]),
      ...(grants.length ? [] : [{ pointer: '/grants', detail: inputs.forms.choose(w.permissions) }]),
    ];
    errors.show(wrong);
    if (wrong.length === 0)
      save.mutate({ name: name.trim(), grants }, { onError: edit.refused(submit, errors.showProblem) });
  }

  if (conflict) return <EditConflict edit={edit} conflict={conflict} edited={edited} onSend={submit} />;
  return (
    <>
      <ChangedMeanwhile edit={edit} edited={edited} />
      <Form errors={errors} onSubmit={() => submit()} label={title}>
        {role && <p>{w.changeText}</p>}
        <TextField
          pointer="/name"
          label={w.name}
          value={draft.name}
          onValue={(name) => set({ name })}
          maxLength={60}
        />
        <PermissionChecks
          permissions={permissions}
          grants={draft.grants}
          onGrants={(grants) => set({ grants })}
        />
        <Button type="submit" look="primary" pending={save.isPending}>
          {role ? terms.actions.save : w.make}
        </Button>
      </Form>
    </>
  );
}

/** Each permission that one of the two drafts grants is a field of its own. */
function grantFields(permissions: Permission[], one: RoleDraft, other: RoleDraft): EditField<RoleDraft>[] {
  const granted = (draft: RoleDraft, permission: string) =>
    draft.grants.find((grant) => grant.permission === permission);
  const named = new Set([...one.grants, ...other.grants].map((grant) => grant.permission));
  return [...named].map((permission) => ({
    name: permission,
    label: permissions.find((each) => each.permission === permission)?.text ?? permission,
    value: (draft) => granted(draft, permission)?.scope ?? null,
    show: (draft) => {
      const grant = granted(draft, permission);
      return grant ? w.reaches[grant.scope] : inputs.edit.yesNo(false);
    },
    take: (into, from) => {
      const grant = granted(from, permission);
      const others = into.grants.filter((each) => each.permission !== permission);
      return { ...into, grants: grant ? [...others, grant] : others };
    },
  }));
}

function PermissionChecks({
  permissions,
  grants,
  onGrants,
}: {
  permissions: Permission[];
  grants: RoleGrant[];
  onGrants: (grants: RoleGrant[]) => void;
}) {
  const groups = [...new Set(permissions.map((permission) => permission.group))];
  const others = (permission: string) => grants.filter((grant) => grant.permission !== permission);
  const set = (permission: string, scope: Scope) => onGrants([...others(permission), { permission, scope }]);
  return groups.map((group) => (
    <fieldset key={group} className="flex flex-col">
      <legend className="font-semibold">{w.permissionGroups[group]}</legend>
      {permissions
        .filter((permission) => permission.group === group)
        .map(({ permission, text, scopes }) => {
          const grant = grants.find((each) => each.permission === permission);
          const widest = scopes[0]!;
          return (
            <div key={permission} className="flex flex-wrap items-center justify-between gap-x-4">
              <CheckField
                label={widest === 'OWN_TRIPS' ? w.ownTrips(text) : text}
                checked={grant !== undefined}
                onChecked={(checked) => (checked ? set(permission, widest) : onGrants(others(permission)))}
              />
              {grant && scopes.length > 1 && (
                <select
                  aria-label={w.reach(text)}
                  className="control ml-8 w-auto"
                  value={grant.scope}
                  onChange={(event) => set(permission, event.target.value as Scope)}
                >
                  {scopes.map((scope) => (
                    <option key={scope} value={scope}>
                      {w.reaches[scope]}
                    </option>
                  ))}
                </select>
              )}
            </div>
          );
        })}
    </fieldset>
  ));
}
