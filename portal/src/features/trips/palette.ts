import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { Records } from '@/shell/palette';
import { shell as w } from './words/shell';

export const palette: Records = {
  place: 20,
  kind: w.trip,
  useRecords: (me) => {
    const own = useQuery({ ...queries.trips({ scope: 'own', limit: 100 }), enabled: me.may('trips.view') });
    return (own.data?.items ?? []).map(({ id, reference, stops }) => ({
      id,
      to: `/trips/${id}`,
      reference,
      stops,
    }));
  },
};
