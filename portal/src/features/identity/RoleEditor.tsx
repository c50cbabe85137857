import { useState } from 'react';
import { useCommand } from '@/api/command';
import { ask, post } from '@/api/http';
import type { Permission, RoleDetails, RoleGrant, Scope } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { CheckField, Form, TextField, useFormErrors } from '@/components/Form';
import { words } from '@/words';

const w = words.organisation;

/** Without it a member does not even see whom they work for. */
const usual: RoleGrant[] = [{ permission: 'organisation.view', scope: 'ORGANISATION' }];

/** Makes a role of the organisation's own, or changes one, from the permissions that it may give. */
export function RoleEditor({
  organisationId,
  permissions,
  role,
}: {
  organisationId: string;
  permissions: Permission[];
  role?: RoleDetails;
}) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [grants, setGrants] = useState<RoleGrant[]>([]);
  const errors = useFormErrors();
  const path = `/organisations/${organisationId}/roles`;
  const save = useCommand(
    (body: object, key) =>
      role
        ? ask(`${path}/${role.code}`, { method: 'PUT', body, version: role.version })
        : post(path, body, { idempotencyKey: key }),
    () => {
      announce(role ? w.changed : w.made);
      setOpen(false);
    },
  );

  function begin(): void {
    setName(role?.name ?? '');
    setGrants(role?.grants ?? usual);
    errors.show([]);
    setOpen(true);
  }

  function submit(): void {
    const wrong = [
      ...(name.trim() ? [] : [{ pointer: '/name', detail: words.forms.required(w.name) }]),
      ...(grants.length ? [] : [{ pointer: '/grants', detail: words.forms.choose(w.permissions) }]),
    ];
    errors.show(wrong);
    if (wrong.length === 0) save.mutate({ name: name.trim(), grants }, { onError: errors.showProblem });
  }

  const title = role ? w.changeTitle(role.name ?? role.code) : w.make;
  return (
    <>
      <Button look={role ? 'secondary' : 'primary'} onClick={begin}>
        {role ? w.change : w.make}
      </Button>
      <Dialog title={title} open={open} onClose={() => setOpen(false)}>
        <Form errors={errors} onSubmit={submit} label={title}>
          {role && <p>{w.changeText}</p>}
          <TextField pointer="/name" label={w.name} value={name} onValue={setName} maxLength={60} />
          <PermissionChecks permissions={permissions} grants={grants} onGrants={setGrants} />
          <Button type="submit" look="primary" pending={save.isPending}>
            {role ? words.actions.save : w.make}
          </Button>
        </Form>
      </Dialog>
    </>
  );
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
      <legend className="font-semibold">{words.permissionGroups[group]}</legend>
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
