import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { queries } from '@/api/queries';
import type { Money, Offer } from '@/api/types';
import { decimals, money } from '@/components/units';
import { useMe } from '@/shell/me';
import { terms } from '@/words/terms';
import { words as w } from './words';

/**
 * Tells a buyer, before they offer or accept, that their wallet does not cover the price. They may go on all the same, since money may come before the other
 * side answers.
 */
export function WalletCover({ price }: { price: Money | null }) {
  const me = useMe();
  const wallet = useQuery({ ...queries.wallet(), enabled: me.may('wallet.view') });
  if (!price || !wallet.data) return null;
  const has = wallet.data.balances
    .filter((balance) => balance.currency === price.currency && balance.test === me.testMoney)
    .reduce((sum, balance) => sum + Number(balance.available.amount), 0);
  const lacks = Number(price.amount) - has;
  if (lacks <= 0) return null;
  const amount = (value: number) => money({ ...price, amount: value.toFixed(decimals(price)) });
  return (
    <p role="status" className="rounded-control bg-warning-fill p-3 text-warning">
      {w.walletLacks(amount(has), money(price), amount(lacks))}{' '}
      {me.may('wallet.top-up') && (
        <Link className="underline" to="/wallet">
          {w.toWallet}
        </Link>
      )}
    </p>
  );
}

/** An offer made to the buyer can have been accepted only by the buyer's own people, so the failed attempt was theirs. */
function ownAttempt({ covered, lacking }: NonNullable<Offer['unfunded']>): string {
  if (covered) return w.coveredOwn;
  return lacking ? w.unfundedOwn(money(lacking)) : w.unfundedOwnWhole;
}

/** Says that an acceptance failed because the buyer had too little money, in words for the reader's side. */
export function Unfunded({ offer }: { offer: Offer }) {
  const me = useMe();
  const unfunded = offer.unfunded;
  if (!unfunded) return null;
  const who = offer.counterpart.name ?? terms.traders.private;
  const buying = offer.buyerOrganisationId === me.organisation?.id;
  const said = !buying
    ? unfunded.covered
      ? w.coveredSeller
      : w.unfundedSeller
    : offer.direction === 'RECEIVED'
      ? ownAttempt(unfunded)
      : unfunded.covered
        ? w.coveredBuyer(who)
        : unfunded.lacking
          ? w.unfundedBuyer(who, money(unfunded.lacking))
          : w.unfundedBuyerWhole(who);
  return (
    <p
      role="status"
      className={`mt-3 rounded-control p-3 ${unfunded.covered ? 'bg-info-fill text-info' : 'bg-warning-fill text-warning'}`}
    >
      {said}{' '}
      {buying && !unfunded.covered && me.may('wallet.top-up') && (
        <Link className="underline" to="/wallet">
          {w.toWallet}
        </Link>
      )}
    </p>
  );
}
