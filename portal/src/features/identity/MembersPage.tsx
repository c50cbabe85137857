import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '@/api/command';
import { ask, post } from '@/api/http';
import { queries } from '@/api/queries';
import type { InvitationLink, Member, Role } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { DataTable } from '@/components/DataTable';
import { Confirm, Dialog } from '@/components/Dialog';
import { MailPromise } from '@/components/MailPromise';
import { Form, SelectField, TextField, useFormErrors } from '@/components/Form';
import { PageHeader } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { Loaded } from '@/components/States';
import { useMe } from '@/shell/me';
import { shell } from './words/shell';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';
import { MemberRoles, RoleChecks } from './MemberRoles';
import { OpenInvitations } from './OpenInvitations';
import { organisation as organisationWords } from './words/organisation';

const w = organisationWords.members;

export function MembersPage() {
  const me = useMe();
  const organisation = me.organisation!;
  const [after, setAfter] = useState('');
  const members = useQuery(queries.members(organisation.id, after || undefined));
  return (
    <>
      <PageHeader title={shell.members}>
        <Invite organisationId={organisation.id} roles={organisation.roles} />
      </PageHeader>
      <Loaded query={members}>
        {(page) => (
          <DataTable<Member>
            label={shell.members}
            rows={page.items}
            rowKey={(member) => member.personId ?? member.email}
            next={page.next}
            onMore={setAfter}
            onFirst={after ? () => setAfter('') : undefined}
            columns={[
              { name: w.name, cell: (member) => member.name || member.email },
              { name: w.email, cell: (member) => member.email },
              { name: w.roles, cell: (member) => terms.roles(member.roles, organisation.ownRoles) },
              {
                name: w.change,
                cell: (member) =>
                  member.personId && (
                    <MemberActions
                      organisationId={organisation.id}
                      member={member}
                      self={member.personId === me.person.id}
                      roles={organisation.roles}
                    />
                  ),
              },
            ]}
          />
        )}
      </Loaded>
      {me.may('organisation.manage') && <OpenInvitations organisationId={organisation.id} />}
    </>
  );
}

function Invite({ organisationId, roles }: { organisationId: string; roles: Role[] }) {
  const me = useMe();
  const [open, setOpen] = useState(false);
  const [email, setEmail] = useState('');
  const [chosen, setChosen] = useState<Role[]>([]);
  const [driverId, setDriverId] = useState('');
  const [link, setLink] = useState<InvitationLink | null>(null);
  const errors = useFormErrors();
  const linksDriver = chosen.includes('DRIVER') && me.may('fleet.view');
  const drivers = useQuery({ ...queries.drivers({ limit: 100 }), enabled: open && linksDriver });
  const invite = useCommand(
    (body: object, key) =>
      post<InvitationLink>(`/organisations/${organisationId}/members`, body, { idempotencyKey: key }),
    setLink,
  );

  function submit(): void {
    const wrong = [
      ...(email.trim() ? [] : [{ pointer: '/email', detail: inputs.forms.required(w.email) }]),
      ...(chosen.length ? [] : [{ pointer: '/roles', detail: inputs.forms.choose(w.roles) }]),
    ];
    errors.show(wrong);
    if (wrong.length > 0) return;
    const body = { email: email.trim(), roles: chosen, ...(linksDriver && driverId ? { driverId } : {}) };
    invite.mutate(body, { onError: errors.showProblem });
  }

  function close(): void {
    setOpen(false);
    setLink(null);
    setEmail('');
    setChosen([]);
    setDriverId('');
  }

  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {w.invite}
      </Button>
      <Dialog title={w.invite} open={open} onClose={close}>
        {link ? (
          <Link link={link} email={email} onDone={close} />
        ) : (
          <Form errors={errors} onSubmit={submit} label={w.invite}>
            <TextField pointer="/email" label={w.email} type="email" value={email} onValue={setEmail} />
            <RoleChecks roles={roles} chosen={chosen} onChosen={setChosen} />
            {linksDriver && (
              <SelectField
                pointer="/driverId"
                label={w.driver}
                hint={w.driverHint}
                optional
                value={driverId}
                onValue={setDriverId}
                empty={w.noDriver}
                choices={(drivers.data?.items ?? []).map((driver) => ({
                  value: driver.id,
                  label: driver.name,
                }))}
              />
            )}
            <Button type="submit" look="primary" pending={invite.isPending}>
              {w.makeLink}
            </Button>
          </Form>
        )}
      </Dialog>
    </>
  );
}

function Link({ link, email, onDone }: { link: InvitationLink; email: string; onDone: () => void }) {
  const address = new URL(link.link, location.origin).href;
  return (
    <div className="flex flex-col gap-4">
      <p>
        <MailPromise sent={w.linkMailed(email)} to={email} />
      </p>
      <p>{w.linkText}</p>
      <label className="flex flex-col gap-1 font-semibold">
        {w.link}
        <input
          className="control font-normal"
          readOnly
          value={address}
          onFocus={(event) => event.target.select()}
        />
      </label>
      <p className="text-secondary">
        {w.linkExpires} <SiteTime instant={link.expiresAt} />
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          look="primary"
          onClick={() =>
            void navigator.clipboard?.writeText(address).then(() => announce(terms.actions.copied))
          }
        >
          {terms.actions.copy}
        </Button>
        <Button onClick={onDone}>{terms.actions.close}</Button>
      </div>
    </div>
  );
}

function MemberActions({
  organisationId,
  member,
  self,
  roles,
}: {
  organisationId: string;
  member: Member;
  self: boolean;
  roles: Role[];
}) {
  const path = `/organisations/${organisationId}/members/${member.personId}`;
  const remove = useCommand(
    () => ask(path, { method: 'DELETE' }),
    () => announce(w.removed),
  );
  return (
    <div className="flex flex-wrap gap-2">
      <MemberRoles organisationId={organisationId} member={member} roles={roles} />
      {!self && (
        <Confirm
          label={terms.actions.remove}
          title={w.removeTitle(member.name || member.email)}
          text={w.removeText}
          confirm={terms.actions.remove}
          pending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate()}
        />
      )}
    </div>
  );
}
