import type { QueryClient, QueryFilters } from '@tanstack/react-query';

/**
 * Reads again what is on screen. What is being read for the first time is not begun anew meanwhile, and its answer may have left the server before what happened now: so
 * that is read once more when it is there.
 */
export function readAgain(client: QueryClient, which: QueryFilters = {}): Promise<void> {
  for (const query of client.getQueryCache().findAll({ ...which, fetchStatus: 'fetching' })) {
    if (query.state.data !== undefined) continue;
    const again = () => client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    void query.promise?.then(again, () => undefined);
  }
  return client.invalidateQueries(which);
}
