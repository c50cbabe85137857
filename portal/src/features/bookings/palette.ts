import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { Records } from '@/shell/palette';
import { shell as w } from './words/shell';

export const palette: Records = {
  place: 30,
  kind: w.booking,
  useRecords: (me) => {
    const own = useQuery({ ...queries.bookings({ limit: 100 }), enabled: me.may('bookings.view') });
    return (own.data?.items ?? []).map(({ id, reference, stops }) => ({
      id,
      to: `/bookings/${id}`,
      reference,
      stops,
    }));
  },
};
