import { useQuery } from '@tanstack/react-query';
import { useCommand } from '@/api/command';
import { ask } from '@/api/http';
import { queries } from '@/api/queries';
import type { Permission, RoleDetails } from '@/api/types';
import { announce } from '@/components/Announcer';
import { DataTable } from '@/components/DataTable';
import { Confirm } from '@/components/Dialog';
import { Loaded } from '@/components/States';
import { useMe } from '@/shell/me';
import { terms } from '@/words/terms';
import { RoleEditor } from './RoleEditor';
import { organisation as w } from './words/organisation';

const nameOf = (role: RoleDetails): string => role.name ?? terms.role(role.code);

/** The roles that members can have: built-in roles can be read, the organisation's own can be made, changed and ended. */
export function OrganisationRoles({ organisationId }: { organisationId: string }) {
  const manages = useMe().may('organisation.manage');
  const roles = useQuery(queries.roles(organisationId));
  const permissions = useQuery(queries.permissions());
  const listed = permissions.data?.items ?? [];
  return (
    <section aria-labelledby="roles" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="roles">{w.roles}</h2>
        {manages && <RoleEditor organisationId={organisationId} permissions={listed} />}
      </div>
      <p className="max-w-prose text-secondary">{w.rolesText}</p>
      <Loaded query={roles}>
        {(page) => (
          <DataTable<RoleDetails>
            label={w.roles}
            rows={page.items}
            rowKey={(role) => role.code}
            columns={[
              { name: w.role, cell: nameOf },
              { name: w.grants, cell: (role) => <Grants role={role} permissions={listed} /> },
              { name: w.holders, numeric: true, cell: (role) => role.members },
              {
                name: w.members.change,
                cell: (role) =>
                  role.builtIn ? (
                    <span className="text-secondary">{w.builtIn}</span>
                  ) : (
                    manages && (
                      <div className="flex flex-wrap gap-2">
                        <RoleEditor organisationId={organisationId} permissions={listed} role={role} />
                        <End organisationId={organisationId} role={role} />
                      </div>
                    )
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}

/** How many permissions a role grants; opened, it lists them. */
function Grants({ role, permissions }: { role: RoleDetails; permissions: Permission[] }) {
  const textOf = (permission: string) =>
    permissions.find((each) => each.permission === permission)?.text ?? permission;
  return (
    <details className="text-left">
      <summary className="flex min-h-11 cursor-pointer items-center underline decoration-dotted underline-offset-4">
        {w.more(role.grants.length)}
      </summary>
      <ul className="mt-1 list-disc pl-5 text-secondary">
        {role.grants.map((grant) => (
          <li key={grant.permission}>
            {grant.scope === 'OWN_TRIPS' ? w.ownTrips(textOf(grant.permission)) : textOf(grant.permission)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function End({ organisationId, role }: { organisationId: string; role: RoleDetails }) {
  const end = useCommand(
    () => ask(`/organisations/${organisationId}/roles/${role.code}`, { method: 'DELETE' }),
    () => announce(w.ended),
  );
  return (
    <Confirm
      label={w.end}
      title={w.endTitle(nameOf(role))}
      text={w.endText}
      confirm={w.end}
      pending={end.isPending}
      error={end.error}
      onConfirm={() => end.mutate()}
    />
  );
}
