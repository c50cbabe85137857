import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, useState } from 'react';
import { Link, Navigate, NavLink, Outlet, useLocation } from 'react-router';
import { live } from '@/api/live';
import { announce, Announcer } from '@/components/Announcer';
import { TestMoney } from '@/components/Figures';
import { Icon } from '@/components/Icon';
import { OthersKept } from '@/components/KeptHere';
import { ErrorState, Skeleton } from '@/components/States';
import { sending } from '@/device/sending';
import { frame } from '@/words/frame';
import { phone } from '@/words/phone';
import { terms } from '@/words/terms';
import { Bell } from './Bell';
import { CommandPalette } from './CommandPalette';
import { Connection } from './Connection';
import { SuspendedBanner } from './SuspendedBanner';
import { UnconfirmedAddress } from './UnconfirmedAddress';
import { WayBackBanner } from './WayBackBanner';
import { FactorNeeded } from './FactorNeeded';
import { MeContext, useKeptPreferences, useMe, useMeQuery, useSessionOpen } from './me';
import { ProofDialog } from './ProofDialog';
import { OrganisationSwitch } from './OrganisationSwitch';
import { later } from './later';
import { navigationFor, type NavigationItem } from './navigation';
import { ReadingBanner } from './ReadingBanner';
import { SharingBar } from './SharingBar';

/* Not needed before the first screen is shown. */
const Outcomes = later(() => import('./Outcomes').then((file) => file.Outcomes));
const UserMenu = later(() => import('./Menus').then((file) => file.UserMenu));
const MoreMenu = later(() => import('./Menus').then((file) => file.MoreMenu));

/** The frame of all screens behind the sign-in. It reads who is signed in first, then shows frame and screen. */
export function Shell() {
  const open = useSessionOpen();
  const location = useLocation();
  const wasOpen = useRef(open);
  if (!open) {
    const next = location.pathname + location.search;
    return (
      <Navigate
        to={next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`}
        state={{ ended: wasOpen.current }}
        replace
      />
    );
  }
  return <SignedIn />;
}

function SignedIn() {
  const me = useMeQuery();
  const client = useQueryClient();
  const ready = me.data !== undefined;
  useKeptPreferences(me.data);
  useEffect(() => (ready ? live.start(client) : undefined), [ready, client]);
  const own = me.data !== undefined && me.data.impersonation === null;
  useEffect(
    () => (own ? sending.start(client, (sent) => announce(phone.kept.sent(sent))) : undefined),
    [own, client],
  );
  if (!me.data) {
    return (
      <main className="mx-auto max-w-xl p-6">
        {me.isError ? <ErrorState error={me.error} retry={() => void me.refetch()} /> : <Skeleton />}
      </main>
    );
  }
  return (
    <MeContext.Provider value={me.data}>
      <Frame />
      <ProofDialog />
    </MeContext.Provider>
  );
}

function Frame() {
  const me = useMe();
  const items = navigationFor(me);
  const location = useLocation();
  const main = useRef<HTMLElement>(null);
  const [palette, setPalette] = useState(false);
  const section = location.pathname.split('/')[1];

  useEffect(() => {
    function open(event: KeyboardEvent): void {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setPalette(true);
      }
    }
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, []);

  if (me.factorNeeded && section !== 'security') return <Navigate to="/security" replace />;
  return (
    <div className="min-h-dvh rail:grid rail:grid-cols-[56px_1fr] triple:grid-cols-[224px_1fr]">
      <a
        href="#main"
        className="sr-only z-50 rounded-control bg-surface p-3 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {frame.shell.skip}
      </a>
      <Rail items={items} />
      <div className="flex min-w-0 flex-col">
        <div className="sticky top-0 z-30">
          <ReadingBanner />
          <TopBar onSearch={() => setPalette(true)} />
          <SharingBar />
          <Announcer />
        </div>
        <OthersKept />
        <SuspendedBanner />
        <UnconfirmedAddress />
        <WayBackBanner />
        <Suspense fallback={null}>
          <Outcomes />
        </Suspense>
        <main
          ref={main}
          id="main"
          tabIndex={-1}
          key={section}
          className="mx-auto w-full max-w-[100rem] min-w-0 flex-1 p-4 pb-24 outline-none rail:p-6"
        >
          {me.factorNeeded && <FactorNeeded />}
          <Outlet />
        </main>
      </div>
      <BottomBar items={items} />
      <CommandPalette open={palette} onClose={() => setPalette(false)} items={items} />
    </div>
  );
}

function Rail({ items }: { items: NavigationItem[] }) {
  return (
    <nav
      aria-label={frame.shell.navigation}
      className="sticky top-0 hidden h-dvh flex-col gap-1 overflow-y-auto border-r border-line bg-surface p-2 rail:flex"
    >
      <Link to="/" className="mb-2 flex h-10 items-center gap-2 rounded-control px-2 font-semibold">
        <Mark />
        <span className="sr-only triple:not-sr-only">{terms.product}</span>
      </Link>
      {items.map((item) => (
        <NavLink
          key={item.to}
          to={item.to}
          end={item.to === '/'}
          title={item.label}
          className={({ isActive }) =>
            `flex min-h-10 items-center gap-3 rounded-control px-2.5 ${
              isActive ? 'bg-selected font-semibold text-accent' : 'text-secondary hover:bg-hover'
            }`
          }
        >
          <Icon name={item.icon} />
          <span className="sr-only triple:not-sr-only">{item.label}</span>
        </NavLink>
      ))}
    </nav>
  );
}

function BottomBar({ items }: { items: NavigationItem[] }) {
  const few = items.length <= 5;
  const shown = few ? items : items.slice(0, 4);
  const rest = few ? [] : items.slice(4);
  const look = 'flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 text-xs';
  return (
    <nav
      aria-label={frame.shell.navigation}
      className="fixed inset-x-0 bottom-0 z-40 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] rail:hidden"
    >
      {shown.map((item) => (
        <NavLink
          key={item.to}
          to={item.to}
          end={item.to === '/'}
          className={({ isActive }) => `${look} ${isActive ? 'font-semibold text-accent' : 'text-secondary'}`}
        >
          <Icon name={item.icon} />
          {item.label}
        </NavLink>
      ))}
      {rest.length > 0 && (
        <Suspense fallback={<span className={look} />}>
          <MoreMenu items={rest} look={`${look} text-secondary`} />
        </Suspense>
      )}
    </nav>
  );
}

function TopBar({ onSearch }: { onSearch: () => void }) {
  const me = useMe();
  return (
    <header className="sticky top-0 z-30 flex min-h-14 flex-wrap items-center border-b border-line bg-surface px-3 rail:gap-x-2 rail:px-6">
      <div className="flex min-w-0 flex-1 items-center gap-1">
        <OrganisationSwitch />
        {me.testMoney && <TestMoney brief />}
      </div>
      <Connection />
      <button
        type="button"
        className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-control px-2 text-secondary hover:bg-hover"
        aria-label={frame.shell.search}
        aria-keyshortcuts="Control+K"
        onClick={onSearch}
      >
        <Icon name="search" />
        <kbd className="hidden rounded-control border border-line px-1 text-xs pair:inline">
          {frame.shell.searchKeys}
        </kbd>
      </button>
      <Bell />
      <Suspense fallback={<span className="size-11" />}>
        <UserMenu />
      </Suspense>
    </header>
  );
}

export function Mark() {
  return (
    <svg aria-hidden="true" width="24" height="24" viewBox="0 0 32 32" className="shrink-0">
      <rect width="32" height="32" rx="6" className="fill-accent" />
      <path
        d="M7 23h18M9 23l4-14h2v5M23 23 19 9h-2v5M16 17v3"
        fill="none"
        className="stroke-on-accent"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
