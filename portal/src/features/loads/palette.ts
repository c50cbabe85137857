import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { Records } from '@/shell/palette';
import { shell as w } from './words/shell';

export const palette: Records = {
  place: 10,
  kind: w.load,
  useRecords: (me) => {
    const own = useQuery({ ...queries.loads({ scope: 'own', limit: 100 }), enabled: me.may('loads.view') });
    return (own.data?.items ?? []).map(({ id, reference, stops }) => ({
      id,
      to: `/loads/${id}`,
      reference,
      stops,
    }));
  },
};
