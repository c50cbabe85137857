import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import { homeTasks as declare } from '@/shell/home/tasks';
import { actsIn } from '@/shell/me';
import { homeTasks as w } from './words/homeTasks';

export const homeTasks = declare(
  40,
  (me) => ({
    wallet: useQuery({
      ...queries.wallet(),
      enabled: actsIn(me, 'wallet.top-up') && actsIn(me, 'loads.post'),
    }),
  }),
  ({ wallet }) =>
    wallet?.balances.length === 0
      ? [{ key: 'wallet', title: w.wallet, verb: w.topUp, to: '/wallet', urgency: 'whenever', begins: true }]
      : [],
);
