import { useState } from 'react';
import { useOnce } from '@/api/once';
import type { Booking, Load } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Form, useFormErrors } from '@/components/Form';
import { moneyOf, moneyProblems } from '@/components/MoneyField';
import { terms } from '@/words/terms';
import { OfferPrice } from './OfferPrice';
import { WalletCover } from './WalletCover';
import { words as w } from './words';

/** A broker's offer to the carrier of a trip: to carry what the broker has sold without a vehicle of its own. */
export function CoverBooking({ booking, load, tripId }: { booking: Booking; load: Load; tripId: string }) {
  const errors = useFormErrors();
  const [open, setOpen] = useState(false);
  const [price, setPrice] = useState('');
  const offer = useOnce('offer.make', { label: load.reference }, () => {
    setOpen(false);
    announce(w.made);
  });
  const amount = moneyOf(price, load.currency);
  const meters = load.legs.find((leg) => leg.id === booking.legId)?.distanceMeters ?? load.distanceMeters;

  function submit(): void {
    errors.show(moneyProblems('/price', terms.deals.price, price, load.currency));
    if (!amount) return;
    offer.mutate(
      { loadId: load.id, legId: booking.legId, bookingId: booking.id, tripId, price: amount },
      { onError: errors.showProblem },
    );
  }

  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {w.cover}
      </Button>
      <Dialog title={w.coverTitle(load.reference)} open={open} onClose={() => setOpen(false)}>
        <Form errors={errors} onSubmit={submit} label={w.cover}>
          <p>{w.coverText}</p>
          <OfferPrice currency={load.currency} meters={meters} value={price} onValue={setPrice} />
          <WalletCover price={amount} />
          <Button type="submit" look="primary" pending={offer.isPending}>
            {w.sendOffer}
          </Button>
        </Form>
      </Dialog>
    </>
  );
}
