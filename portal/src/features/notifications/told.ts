import type { Notice } from '@/api/types';
import { siteTime } from '@/components/time';
import { money } from '@/components/units';
import { viewerZone } from '@/components/preferences';
import { inbox } from './words/inbox';
import { notices } from './words/kinds';

export interface Told {
  title: string;
  text: string;
}

const links: Partial<Record<Notice['about'], (id: string) => string>> = {
  BOOKING: (id) => `/bookings/${id}`,
  LOAD: (id) => `/loads/${id}`,
  OFFER: () => '/offers',
  TRIP: (id) => `/trips/${id}`,
  WALLET: () => '/wallet',
  MEMBER: () => '/members',
  ORGANISATION: () => '/organisation',
  ACCOUNT: () => '/security',
};

/** The screen that shows the subject of a notice; null where there is none. */
export function linkOf(notice: Notice): string | null {
  return links[notice.about]?.(notice.aboutId) ?? null;
}

/** A notice in words. Where this version of the portal has no words for the kind, it still says that there is something new. */
export function told(notice: Notice): Told {
  const say = notices.kinds[notice.kind]?.say;
  if (!say) return { title: inbox.unknown, text: '' };
  return say({
    ...notice.texts,
    ...mapped(notice.amounts, money),
    ...mapped(notice.times, (time) => siteTime(time, viewerZone())),
  });
}

function mapped<T>(facts: Record<string, T>, shown: (value: T) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, shown(value)]));
}
