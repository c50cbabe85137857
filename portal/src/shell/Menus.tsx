import { useQueryClient } from '@tanstack/react-query';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { post } from '@/api/http';
import { session } from '@/api/session';
import { forgetIntentions } from '@/api/signedOut';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Icon } from '@/components/Icon';
import { sending } from '@/device/sending';
import { frame } from '@/words/frame';
import { phone } from '@/words/phone';
import { useFlag } from './flags';
import { useMe } from './me';
import type { NavigationItem } from './navigation';
import { useSwitch } from './OrganisationSwitch';
import { ShortcutHelp } from './ShortcutHelp';

const menuLook = 'panel z-50 flex min-w-56 flex-col p-1 shadow-lg';
const menuItemLook =
  'flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-3 outline-none data-highlighted:bg-hover data-highlighted:outline-2 data-highlighted:outline-accent';

export function UserMenu() {
  const me = useMe();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [shortcuts, setShortcuts] = useState(false);
  const helps = useFlag('SHORTCUT_HELP');
  const [unsent, setUnsent] = useState<{ actions: number; positions: number } | null>(null);
  async function signOut(): Promise<void> {
    const rest = await sending.rest();
    if (rest.actions + rest.positions > 0) setUnsent(rest);
    else await leave();
  }
  async function leave(): Promise<void> {
    await post('/auth/logout').catch(() => undefined);
    forgetIntentions();
    session.close();
    client.clear();
    void navigate('/sign-in', { replace: true });
  }
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger
          aria-label={frame.shell.account(me.person.name)}
          className="inline-flex size-11 items-center justify-center rounded-control hover:bg-hover"
        >
          <Icon name="profile" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="end" sideOffset={4} className={menuLook}>
          <DropdownMenu.Label className="px-3 py-2">
            <span className="block font-semibold">{me.person.name}</span>
            <span className="block text-secondary">{me.person.email}</span>
          </DropdownMenu.Label>
          <DropdownMenu.Item className={menuItemLook} onSelect={() => void navigate('/profile')}>
            <Icon name="profile" />
            {frame.shell.profile}
          </DropdownMenu.Item>
          <DropdownMenu.Item className={menuItemLook} onSelect={() => void navigate('/security')}>
            <Icon name="security" />
            {frame.shell.security}
          </DropdownMenu.Item>
          {helps && (
            <DropdownMenu.Item className={menuItemLook} onSelect={() => setShortcuts(true)}>
              <Icon name="keyboard" />
              {frame.shortcutHelp.title}
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Item className={menuItemLook} onSelect={() => void signOut()}>
            <Icon name="back" />
            {frame.shell.signOut}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Root>
      <Dialog title={phone.kept.leaveTitle} open={unsent !== null} onClose={() => setUnsent(null)}>
        <p className="mb-4">{unsent && phone.kept.leaveText(unsent.actions, unsent.positions)}</p>
        <div className="flex flex-wrap gap-2">
          <Button look="danger" onClick={() => void leave()}>
            {phone.kept.leave}
          </Button>
          <Button look="quiet" onClick={() => setUnsent(null)}>
            {phone.kept.stay}
          </Button>
        </div>
      </Dialog>
      {helps && <ShortcutHelp open={shortcuts} onClose={() => setShortcuts(false)} />}
    </>
  );
}

/** The part of the navigation that has no room on a phone. */
export function MoreMenu({ items, look }: { items: NavigationItem[]; look: string }) {
  const navigate = useNavigate();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={look}>
        <Icon name="more" />
        {frame.navigation.more}
      </DropdownMenu.Trigger>
      <DropdownMenu.Content side="top" align="end" sideOffset={8} className={menuLook}>
        {items.map((item) => (
          <DropdownMenu.Item key={item.to} className={menuItemLook} onSelect={() => void navigate(item.to)}>
            <Icon name={item.icon} />
            {item.label}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

export function OrganisationMenu({ name }: { name: string }) {
  const me = useMe();
  const change = useSwitch();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        aria-label={frame.shell.actsFor(name)}
        className="inline-flex min-h-11 min-w-0 items-center gap-1 rounded-control px-2 font-semibold hover:bg-hover"
      >
        <span className="truncate">{name}</span>
        <Icon name="more" size={16} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="start" sideOffset={4} className={menuLook}>
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
              className={`${menuItemLook} data-disabled:cursor-default data-disabled:text-secondary`}
            >
              <span className="inline-flex w-5">
                <DropdownMenu.ItemIndicator>
                  <Icon name="check" />
                </DropdownMenu.ItemIndicator>
              </span>
              {membership.suspended
                ? frame.suspended.membership(membership.organisationName)
                : membership.organisationName}
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
