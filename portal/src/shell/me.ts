import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import { queries } from '@/api/queries';
import { session } from '@/api/session';
import type { Me, Profile } from '@/api/types';
import { prefer, type Preferences } from '@/components/preferences';
import { keepLanguage } from '@/words/language';

export function useSessionOpen(): boolean {
  return useSyncExternalStore(session.subscribe, session.isOpen);
}

export const useMeQuery = () => useQuery({ ...queries.me(), staleTime: 60_000 });

/**
 * Takes over the account's preferences into this browser, but not while an administrator reads in the person's place. Only those that are new in the account
 * are taken: another one may just have been changed here and not be saved yet.
 */
export function useKeptPreferences(me: Me | undefined): void {
  const own = me !== undefined && me.impersonation === null;
  const profile = useQuery({ ...queries.profile(), enabled: own, staleTime: 60_000 }).data;
  const last = useRef<Profile>(undefined);
  useEffect(() => {
    if (!own || !profile) return;
    const { units, theme, shortcuts, zone, language } = profile;
    const before = last.current;
    last.current = profile;
    if (language !== before?.language) keepLanguage(language);
    prefer({
      ...(units && units !== before?.units && { units: units === 'US' ? 'us' : 'si' }),
      ...(theme && theme !== before?.theme && { theme: theme.toLowerCase() as Preferences['theme'] }),
      ...(shortcuts !== null && shortcuts !== before?.shortcuts && { shortcuts }),
      ...(zone !== before?.zone && { zone }),
    });
  }, [own, profile]);
}

export const MeContext = createContext<Me | null>(null);

/** The person who is signed in, and what they may do here. */
export type Reader = Me & { may: (permission: string) => boolean; isDriverOnly: boolean };

export function readerOf(me: Me): Reader {
  const may = (permission: string) => me.permissions.includes(permission);
  return { ...me, may, isDriverOnly: me.ownTrips.includes('bookings.view') };
}

export function useMe(): Reader {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe outside the signed-in shell');
  return readerOf(me);
}

/** Whether they may do it for the organisation that they act for. */
export const actsIn = (me: Reader, permission: string): boolean =>
  me.organisation !== null && me.may(permission);

/** Whether the organisation that they act for works with vehicles and trips. */
export const carries = (me: Reader): boolean =>
  me.may('trips.post') || (me.organisation?.kinds.includes('CARRIER') ?? false);
