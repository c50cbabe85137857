import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useOnce } from '@/api/once';
import type { Booking, Offer } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Confirm, Dialog } from '@/components/Dialog';
import { Money } from '@/components/Figures';
import { Form, useFormErrors } from '@/components/Form';
import { MoneyField, moneyOf, moneyProblems } from '@/components/MoneyField';
import { decimals } from '@/components/units';
import { useMe } from '@/shell/me';
import { terms } from '@/words/terms';

import { feeOf } from './fee';
import { OfferFacts, usePerDistance } from './OfferFacts';
import { WalletCover } from './WalletCover';
import { words as w } from './words';

/** What may be done with an open offer: its receiver accepts, counters or declines it, its maker withdraws it. */
export function OfferActions({ offer }: { offer: Offer }) {
  const me = useMe();
  if (offer.status !== 'OPEN' || !me.may('offers.make')) return null;
  if (offer.direction === 'MADE') return <Withdraw offer={offer} />;
  return (
    <>
      <Accept offer={offer} />
      {!offer.leg?.fixedPrice && <Counter offer={offer} />}
      <Decline offer={offer} />
    </>
  );
}

function Withdraw({ offer }: { offer: Offer }) {
  const withdraw = useOnce('offer.withdraw', { id: offer.id, label: offer.loadReference }, () =>
    announce(w.withdrawn),
  );
  return (
    <Confirm
      label={w.withdraw}
      title={w.withdrawTitle}
      text={w.withdrawText}
      confirm={w.withdraw}
      pending={withdraw.isPending}
      error={withdraw.error}
      onConfirm={() => withdraw.mutate()}
    />
  );
}

function Decline({ offer }: { offer: Offer }) {
  const decline = useOnce('offer.decline', { id: offer.id, label: offer.loadReference }, () =>
    announce(w.declined),
  );
  return (
    <Confirm
      label={w.decline}
      title={w.declineTitle}
      text={w.declineText}
      confirm={w.decline}
      pending={decline.isPending}
      error={decline.error}
      onConfirm={() => decline.mutate()}
    />
  );
}

/** The price, the fee and what the carrier receives; they stand above the button that binds. */
export function Terms({ offer }: { offer: Offer }) {
  const me = useMe();
  const perDistance = usePerDistance()(offer);
  const selling = offer.sellerOrganisationId === me.organisation?.id;
  const rows = [
    { term: terms.deals.price, value: offer.price },
    { term: w.fee(offer.feeBasisPoints / 100), value: offer.fee },
    { term: selling ? terms.deals.youReceive : terms.deals.carrierReceives, value: offer.sellerReceives },
  ];
  return (
    <dl className="flex flex-col gap-1">
      {rows.map((row) => (
        <div key={row.term} className="flex justify-between gap-4">
          <dt>{row.term}</dt>
          <dd className="text-right">
            <Money value={row.value} test={offer.testMoney} />
          </dd>
        </div>
      ))}
      {perDistance && (
        <div className="text-right text-secondary">
          <dt className="sr-only">{w.perDistance}</dt>
          <dd>{perDistance}</dd>
        </div>
      )}
    </dl>
  );
}

function Accept({ offer }: { offer: Offer }) {
  const me = useMe();
  const navigate = useNavigate();
  const buying = offer.buyerOrganisationId === me.organisation?.id;
  const accept = useOnce<{ booking: Booking }>(
    'offer.accept',
    { id: offer.id, label: offer.loadReference, version: offer.version },
    ({ booking }) => {
      announce(w.accepted(booking.reference));
      void navigate(`/bookings/${booking.id}`);
    },
  );
  return (
    <Confirm
      label={offer.unfunded ? w.tryAgain : w.accept}
      title={w.acceptTitle(offer.loadReference)}
      text={buying ? w.acceptBuyer : w.acceptSeller}
      confirm={w.acceptBinding}
      look="primary"
      pending={accept.isPending}
      error={accept.error}
      onConfirm={() => accept.mutate()}
    >
      <OfferFacts offer={offer} />
      <Terms offer={offer} />
      <p className="flex justify-between gap-4 text-lg font-semibold">
        <span>{buying ? w.held : w.heldOfShipper}</span>
        <Money value={offer.price} test={offer.testMoney} />
      </p>
      {buying && <WalletCover price={offer.price} />}
    </Confirm>
  );
}

function Counter({ offer }: { offer: Offer }) {
  const me = useMe();
  const buying = offer.buyerOrganisationId === me.organisation?.id;
  const [open, setOpen] = useState(false);
  const [price, setPrice] = useState(offer.price.amount);
  const errors = useFormErrors();
  const counter = useOnce('offer.counter', { id: offer.id, label: offer.loadReference }, () => {
    setOpen(false);
    announce(w.countered);
  });
  const { currency } = offer.price;
  const digits = decimals(offer.price);
  const amount = moneyOf(price, currency, digits);
  function submit(): void {
    errors.show(moneyProblems('/price', terms.deals.price, price, currency, digits));
    if (amount) counter.mutate({ price: amount }, { onError: errors.showProblem });
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{w.counter}</Button>
      <Dialog title={w.counterTitle(offer.loadReference)} open={open} onClose={() => setOpen(false)}>
        <Form errors={errors} onSubmit={submit} label={w.counter}>
          <OfferFacts offer={offer} />
          <Terms offer={offer} />
          <MoneyField
            pointer="/price"
            label={w.yourPrice}
            currency={currency}
            value={price}
            onValue={setPrice}
          />
          {amount && amount.amount !== offer.price.amount && (
            <div>
              <p className="font-semibold">{w.comesTo}</p>
              {/* A counter-offer keeps the rate of the fee. */}
              <Terms offer={{ ...offer, price: amount, ...feeOf(amount, offer.feeBasisPoints) }} />
            </div>
          )}
          {buying && <WalletCover price={amount} />}
          <Button type="submit" look="primary" pending={counter.isPending}>
            {w.sendCounter}
          </Button>
        </Form>
      </Dialog>
    </>
  );
}
