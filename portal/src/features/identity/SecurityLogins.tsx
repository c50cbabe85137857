import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '@/api/command';
import { ask, post } from '@/api/http';
import { queries } from '@/api/queries';
import type { Login, Logins } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { DataTable } from '@/components/DataTable';
import { Confirm } from '@/components/Dialog';
import { Panel } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { CommandError } from '@/components/States';
import { arrival, goAway } from './away';
import { logins as w } from './words/logins';

/** Accounts at providers with which this person signs in. Nothing is shown where no provider is configured and none of an earlier one is left. */
export function SecurityLogins() {
  const logins = useQuery(queries.logins());
  if (!logins.data || (logins.data.providers.length === 0 && logins.data.logins.length === 0)) return null;
  return (
    <Panel title={w.title}>
      <p className="mb-3 max-w-prose text-secondary">{w.text}</p>
      <div className="flex flex-col gap-4">
        <Arrived />
        {logins.data.logins.length > 0 && <Linked logins={logins.data.logins} />}
        <Add providers={logins.data.providers} />
      </div>
    </Panel>
  );
}

/**
 * A provider's login with which the browser came back before its person signed in here. It is linked only by a press: a person who signs in on somebody
 * else's screen must not give that login away.
 */
function Arrived() {
  const [arrived, setArrived] = useState(() => arrival.present());
  const done = () => {
    arrival.forget();
    setArrived(null);
  };
  const link = useCommand(
    () => post<Login>('/auth/logins/ticket', { ticket: arrived?.ticket }),
    (login) => {
      announce(w.linked(login.providerName));
      done();
    },
  );
  if (!arrived) return null;
  return (
    <div className="flex flex-col gap-3 rounded-control bg-info-fill p-3 text-info" role="status">
      <p>{w.arrived(arrived.providerName)}</p>
      <CommandError error={link.error} />
      <div className="flex flex-wrap gap-2">
        <Button look="primary" pending={link.isPending} onClick={() => link.mutate()}>
          {w.linkNow}
        </Button>
        <Button onClick={done}>{w.notNow}</Button>
      </div>
    </div>
  );
}

function Linked({ logins }: { logins: Login[] }) {
  return (
    <DataTable<Login>
      label={w.title}
      rows={logins}
      rowKey={(login) => login.id}
      columns={[
        {
          name: w.provider,
          cell: (login) => (
            <>
              <span className="block font-semibold">{login.providerName}</span>
              <span className="text-secondary">{login.provider ? login.label : w.configuredNoMore}</span>
            </>
          ),
        },
        { name: w.since, cell: (login) => <SiteTime instant={login.linkedAt} /> },
        {
          name: w.lastUsed,
          cell: (login) => (login.lastUsedAt ? <SiteTime instant={login.lastUsedAt} ago /> : w.neverUsed),
        },
        { name: w.actions, cell: (login) => <Remove login={login} /> },
      ]}
    />
  );
}

function Remove({ login }: { login: Login }) {
  const remove = useCommand(
    () => ask(`/auth/logins/${login.id}`, { method: 'DELETE' }),
    () => announce(w.removed(login.providerName)),
  );
  return (
    <Confirm
      label={w.remove}
      title={w.removeTitle(login.label, login.providerName)}
      text={w.removeText}
      confirm={w.remove}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
    />
  );
}

function Add({ providers }: { providers: Logins['providers'] }) {
  const begin = useCommand(
    (provider: string) => post<{ url: string }>('/auth/logins/begin', { provider }),
    ({ url }) => goAway(url, { purpose: 'link', next: '/security' }),
  );
  if (providers.length === 0) return null;
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {providers.map((provider) => (
          <Button
            key={provider.id}
            pending={begin.isPending && begin.variables === provider.id}
            onClick={() => begin.mutate(provider.id)}
          >
            {w.add(provider.name)}
          </Button>
        ))}
      </div>
      <CommandError error={begin.error} />
    </>
  );
}
