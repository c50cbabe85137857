import { useQueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useNavigate } from 'react-router';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { session } from '@/api/session';
import type { Tokens } from '@/api/types';
import { announce } from '@/components/Announcer';
import { frame } from '@/words/frame';
import { later } from './later';
import { useMe } from './me';

const OrganisationMenu = later(() => import('./Menus').then((file) => file.OrganisationMenu));

/** Changes to another of the person's organisations, for which they act from then on. */
export function useSwitch() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useCommand(
    (organisationId: string) => post<Tokens>('/auth/switch', { organisationId }),
    (tokens) => {
      session.open(tokens);
      void client.resetQueries();
      announce(frame.profile.switched);
      void navigate('/');
    },
  );
}

/** The organisation that the person acts for. A person who belongs to several chooses here. */
export function OrganisationSwitch() {
  const me = useMe();
  const name = me.organisation?.name ?? frame.shell.platform;
  if (me.memberships.length < 2) return <span className="truncate font-semibold">{name}</span>;
  return (
    <Suspense fallback={<span className="truncate px-2 font-semibold">{name}</span>}>
      <OrganisationMenu name={name} />
    </Suspense>
  );
}
