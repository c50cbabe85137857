import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { Me, Offer, Page } from '@/api/types';
import { money } from '@/components/units';
import { homeTasks as declare, urgencyOf, type Task } from '@/shell/home/tasks';
import { actsIn } from '@/shell/me';
import { terms } from '@/words/terms';
import { homeTasks as w } from './words/homeTasks';

interface Known {
  offers?: Page<Offer>;
  /** Whose acceptance failed for want of the buyer's money, whoever made them. */
  unfunded?: Page<Offer>;
}

function isBuying(offer: Pick<Offer, 'buyerOrganisationId'>, me: Me): boolean {
  return offer.buyerOrganisationId === me.organisation?.id;
}

/** Those whose money is awaited stand among what is to be funded. */
function toAnswer(offers: Offer[], me: Me, now: number): Task[] {
  return offers
    .filter((offer) => !offer.unfunded || isBuying(offer, me) === offer.unfunded.covered)
    .map((offer) => ({
      key: offer.id,
      title: w.offer(offer.loadReference, money(offer.price)),
      verb: w.answer,
      to: `/offers`,
      deadline: offer.expiresAt ?? undefined,
      urgency: urgencyOf(offer.expiresAt, now),
    }));
}

/** To who buys until the money is there, to who sells from then on; or until the offer has ended. */
function toFund(offers: Offer[], me: Me): Task[] {
  return offers.flatMap(({ id, loadId, loadReference, counterpart, expiresAt, ...offer }): Task[] => {
    const buying = isBuying(offer, me);
    const own = offer.direction === 'RECEIVED';
    const { covered = true, lacking = null } = offer.unfunded ?? {};
    if (buying === covered) return [];
    const who = counterpart.name ?? terms.traders.private;
    return [
      {
        key: `funding/${id}`,
        title: !buying
          ? w.covered(loadReference)
          : lacking
            ? (own ? w.unfundedOwn : w.unfunded)(who, loadReference, money(lacking))
            : (own ? w.unfundedOwnWhole : w.unfundedWhole)(who, loadReference),
        verb: buying ? w.addMoney : w.acceptAgain,
        to: !buying ? '/offers' : me.permissions.includes('wallet.top-up') ? '/wallet' : `/loads/${loadId}`,
        deadline: expiresAt ?? undefined,
        urgency: 'now',
      },
    ];
  });
}

export function tasksOf({ offers, unfunded }: Known, me: Me, now: number): Task[] {
  return [...toAnswer(offers?.items ?? [], me, now), ...toFund(unfunded?.items ?? [], me)];
}

export const homeTasks = declare(
  10,
  (me) => {
    const enabled = actsIn(me, 'offers.view');
    return {
      offers: useQuery({
        ...queries.offers({ direction: 'RECEIVED', status: 'OPEN', limit: 100 }),
        enabled,
      }),
      unfunded: useQuery({ ...queries.offers({ status: 'OPEN', unfunded: 'true', limit: 100 }), enabled }),
    };
  },
  tasksOf,
);
