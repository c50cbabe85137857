import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useSyncExternalStore } from 'react';
import { queries } from '@/api/queries';
import { session } from '@/api/session';
import type { Me } from '@/api/types';

export function useSessionOpen(): boolean {
  return useSyncExternalStore(session.subscribe, session.isOpen);
}

export const useMeQuery = () => useQuery({ ...queries.me(), staleTime: 60_000 });

export const MeContext = createContext<Me | null>(null);

/** Who is signed in, and what they may do here. */
export function useMe(): Me & { may: (permission: string) => boolean; isDriverOnly: boolean } {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe outside the signed-in shell');
  const may = (permission: string) => me.permissions.includes(permission);
  return { ...me, may, isDriverOnly: me.ownTrips.includes('bookings.view') };
}
