import { money } from '@/components/units';
import type { Facts, HomeTasks, Said } from '@/shell/home/tasks';
import type { Reader } from '@/shell/me';
import { homeTasks as w } from './words/homeTasks';

/** A person who may not add money is led to the load instead of the wallet. */
function fund({ within }: Facts, me: Reader, title: string): Said {
  return {
    title,
    verb: w.addMoney,
    to: me.may('wallet.top-up') ? '/wallet' : `/loads/${within.id}`,
    isUrgent: true,
  };
}

export const homeTasks: HomeTasks = {
  'deals.answer-offer': ({ within, amount }) => ({
    title: w.offer(within.reference, amount ? money(amount) : ''),
    verb: w.answer,
    to: '/offers',
  }),
  'deals.fund-received': (facts, me) => {
    const { counterpart, within, amount } = facts;
    return fund(
      facts,
      me,
      amount
        ? w.unfundedOwn(counterpart, within.reference, money(amount))
        : w.unfundedOwnWhole(counterpart, within.reference),
    );
  },
  'deals.fund-made': (facts, me) => {
    const { counterpart, within, amount } = facts;
    return fund(
      facts,
      me,
      amount
        ? w.unfunded(counterpart, within.reference, money(amount))
        : w.unfundedWhole(counterpart, within.reference),
    );
  },
  'deals.accept-again': ({ within }) => ({
    title: w.covered(within.reference),
    verb: w.acceptAgain,
    to: '/offers',
    isUrgent: true,
  }),
};
