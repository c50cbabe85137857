import { useQueryClient } from '@tanstack/react-query';
import { DropdownMenu } from 'radix-ui';
import { useNavigate } from 'react-router';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { session } from '@/api/session';
import type { Tokens } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Icon } from '@/components/Icon';
import { words } from '@/words';
import { useMe } from './me';

/** Acts for another of the person's organisations from then on. */
export function useSwitch() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useCommand(
    (organisationId: string) => post<Tokens>('/auth/switch', { organisationId }),
    (tokens) => {
      session.open(tokens);
      void client.resetQueries();
      announce(words.profile.switched);
      void navigate('/');
    },
  );
}

/** Whom the person acts for; who belongs to several chooses here. */
export function OrganisationSwitch({ look, itemLook }: { look: string; itemLook: string }) {
  const me = useMe();
  const change = useSwitch();
  const name = me.organisation?.name ?? words.shell.platform;
  if (me.memberships.length < 2) return <span className="truncate font-semibold">{name}</span>;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        aria-label={words.shell.actsFor(name)}
        className="inline-flex min-h-11 min-w-0 items-center gap-1 rounded-control px-2 font-semibold hover:bg-hover"
      >
        <span className="truncate">{name}</span>
        <Icon name="more" size={16} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="start" sideOffset={4} className={look}>
        <DropdownMenu.RadioGroup
          value={me.organisation?.id}
          onValueChange={(organisationId) =>
            organisationId !== me.organisation?.id && change.mutate(organisationId)
          }
        >
          {me.memberships.map((membership) => (
            <DropdownMenu.RadioItem
              key={membership.organisationId}
              value={membership.organisationId}
              disabled={membership.suspended}
              className={`${itemLook} data-disabled:cursor-default data-disabled:text-secondary`}
            >
              <span className="inline-flex w-5">
                <DropdownMenu.ItemIndicator>
                  <Icon name="check" />
                </DropdownMenu.ItemIndicator>
              </span>
              {membership.suspended
                ? words.suspended.membership(membership.organisationName)
                : membership.organisationName}
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
