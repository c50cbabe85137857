import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { Flag } from '@/api/types';

/** Whether a feature flag is on for who is signed in; off until that is known. The live feed says when it may have changed. */
export function useFlag(flag: Flag): boolean {
  const flags = useQuery({ ...queries.flags(), staleTime: 60_000 });
  return flags.data?.on.includes(flag) ?? false;
}
