import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import { queries } from '@/api/queries';
import { session } from '@/api/session';
import type { Me } from '@/api/types';
import { prefer, type Preferences } from '@/components/preferences';

export function useSessionOpen(): boolean {
  return useSyncExternalStore(session.subscribe, session.isOpen);
}

export const useMeQuery = () => useQuery({ ...queries.me(), staleTime: 60_000 });

/** What the account keeps is how this browser shows things, but not where somebody looks in its person's place. */
export function useKeptPreferences(me: Me | undefined): void {
  const own = me !== undefined && me.impersonation === null;
  const profile = useQuery({ ...queries.profile(), enabled: own, staleTime: 60_000 }).data;
  useEffect(() => {
    if (!own || !profile) return;
    const { units, theme, shortcuts, zone } = profile;
    prefer({
      ...(units && { units: units === 'US' ? 'us' : 'si' }),
      ...(theme && { theme: theme.toLowerCase() as Preferences['theme'] }),
      ...(shortcuts !== null && { shortcuts }),
      zone,
    });
  }, [own, profile]);
}

export const MeContext = createContext<Me | null>(null);

/** Who is signed in, and what they may do here. */
export function useMe(): Me & { may: (permission: string) => boolean; isDriverOnly: boolean } {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe outside the signed-in shell');
  const may = (permission: string) => me.permissions.includes(permission);
  return { ...me, may, isDriverOnly: me.ownTrips.includes('bookings.view') };
}
