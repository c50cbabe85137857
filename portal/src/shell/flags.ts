import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { Flag } from '@/api/types';

/** Whether a feature flag is on for the person who is signed in; it counts as off until that is known. The live feed tells when flags may have changed. */
export function useFlag(flag: Flag): boolean {
  const flags = useQuery({ ...queries.flags(), staleTime: 60_000 });
  return flags.data?.on.includes(flag) ?? false;
}
