import type { IconName } from '@/components/Icon';
import { frame } from '@/words/frame';
import type { useMe } from './me';

export interface NavigationItem {
  to: string;
  label: string;
  icon: IconName;
}

/** What this person works with, most used first; a phone shows the first four and keeps the rest under "More". */
export function navigationFor(me: ReturnType<typeof useMe>): NavigationItem[] {
  const n = frame.navigation;
  const all = {
    home: { to: '/', label: n.home, icon: 'home' },
    today: { to: '/', label: n.today, icon: 'today' },
    loads: { to: '/loads', label: n.loads, icon: 'loads' },
    trips: { to: '/trips', label: n.trips, icon: 'trips' },
    fleet: { to: '/fleet', label: n.fleet, icon: 'fleet' },
    offers: { to: '/offers', label: n.offers, icon: 'offers' },
    bookings: { to: '/bookings', label: n.bookings, icon: 'bookings' },
    map: { to: '/map', label: n.map, icon: 'map' },
    wallet: { to: '/wallet', label: n.wallet, icon: 'wallet' },
    members: { to: '/members', label: n.members, icon: 'members' },
    organisation: { to: '/organisation', label: n.organisation, icon: 'organisation' },
    audit: { to: '/audit', label: n.audit, icon: 'audit' },
    apiKeys: { to: '/api-keys', label: n.apiKeys, icon: 'security' },
    reports: { to: '/reports', label: n.reports, icon: 'reports' },
    organisations: { to: '/admin/organisations', label: n.organisations, icon: 'accounts' },
    operations: { to: '/admin/operations', label: n.operations, icon: 'reports' },
    people: { to: '/admin/people', label: n.people, icon: 'members' },
    deliveries: { to: '/admin/deliveries', label: n.deliveries, icon: 'offers' },
    contests: { to: '/admin/contests', label: n.contests, icon: 'bookings' },
    flags: { to: '/admin/flags', label: n.flags, icon: 'flags' },
    gate: { to: '/admin/gate', label: n.gate, icon: 'security' },
  } satisfies Record<string, NavigationItem>;
  if (me.isDriverOnly) return [all.today, all.trips, all.bookings];
  const items: (NavigationItem | false)[] = [all.home];
  if (me.organisation) {
    const carries = me.may('trips.post') || me.organisation.kinds.includes('CARRIER');
    items.push(
      (me.may('loads.view') || me.may('market.view')) && all.loads,
      carries && me.may('trips.view') && all.trips,
      me.may('bookings.view') && all.bookings,
      me.may('offers.view') && all.offers,
      carries && me.may('fleet.view') && all.fleet,
      me.may('tracking.view') && all.map,
      me.may('wallet.view') && all.wallet,
      me.may('organisation.manage') && all.members,
      (me.may('organisation.manage') || me.may('audit.view')) && all.organisation,
      me.may('audit.view') && all.audit,
      me.may('keys.manage') && all.apiKeys,
    );
  }
  items.push(
    me.may('reports.view') && all.reports,
    me.may('organisations.view') && all.organisations,
    me.may('platform.admin') && all.operations,
    me.may('platform.admin') && all.people,
    me.may('platform.contests') && all.contests,
    me.may('platform.admin') && all.deliveries,
    me.may('platform.admin') && all.flags,
    me.may('platform.admin') && all.gate,
  );
  return items.filter((item): item is NavigationItem => item !== false);
}
