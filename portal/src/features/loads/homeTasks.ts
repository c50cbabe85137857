import type { HomeTasks } from '@/shell/home/tasks';
import { terms } from '@/words/terms';
import { homeTasks as w } from './words/homeTasks';

export const homeTasks: HomeTasks = {
  'loads.finish-draft': ({ id, reference }) => ({
    title: w.draft(reference),
    verb: w.finish,
    to: `/loads/${id}`,
  }),
  'loads.uncovered': ({ id, reference }) => ({
    title: w.uncovered(reference),
    verb: w.match,
    to: `/loads/${id}`,
  }),
  'loads.first': (_, me) =>
    me.may('carriage.broker')
      ? { title: w.firstLoadOfBroker, verb: w.market, to: '/loads?scope=market' }
      : { title: w.firstLoad, verb: terms.loads.post, to: '/loads/new' },
  'loads.first-money': () => ({ title: w.wallet, verb: w.topUp, to: '/wallet' }),
};
