import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useOnce } from '@/api/once';
import { queries } from '@/api/queries';
import type { Load } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Money, TestMoney } from '@/components/Figures';
import { ChoiceField, Form, SelectField, useFormErrors } from '@/components/Form';
import { legName } from '@/components/legs';
import { moneyOf, moneyProblems } from '@/components/MoneyField';
import { Deadline } from '@/components/SiteTime';
import { TraderLine } from '@/components/TraderLine';
import { useNow } from '@/components/useNow';
import { useMe } from '@/shell/me';
import { terms } from '@/words/terms';
import { OfferPrice } from './OfferPrice';
import { useFittingTrip } from './useFittingTrip';
import { WalletCover } from './WalletCover';
import { words as w } from './words';

const hourMillis = 3_600_000;

/**
 * An offer on a load. A carrier makes one for one of its trips, or without a trip (then accepting the offer makes the trip). The load's owner makes one to a
 * trip that matching found.
 */
export function MakeOffer({
  load,
  toTrip,
  another = false,
  preferredTrip,
  preferredLeg,
}: {
  load: Load;
  toTrip?: string;
  /** Whether this carrier has an open offer already. */
  another?: boolean;
  preferredTrip?: string;
  preferredLeg?: string;
}) {
  const me = useMe();
  const now = useNow(60_000);
  const errors = useFormErrors();
  const [open, setOpen] = useState(false);
  const [price, setPrice] = useState(load.price?.amount ?? '');
  const [chosenTrip, setChosenTrip] = useState(preferredTrip);
  const [legId, setLegId] = useState(preferredLeg ?? '');
  const [brokered, setBrokered] = useState(!me.may('trips.post'));
  const [hours, setHours] = useState('24');
  const severalLegs = load.legs.length > 1;
  const buying = load.organisationId === me.organisation?.id;
  const trips = useQuery({
    ...queries.trips({ scope: 'own', limit: 100 }),
    enabled: open && !buying && me.may('trips.view'),
  });
  const planned = (trips.data?.items ?? []).filter(
    (trip) => trip.status === 'PLANNED' || trip.status === 'IN_PROGRESS',
  );
  const fitting = useFittingTrip(load, legId, open && !buying && me.may('market.view') ? planned : []);
  const tripId = chosenTrip ?? fitting ?? '';
  const make = useOnce('offer.make', { label: load.reference }, () => {
    setOpen(false);
    announce(w.made);
  });

  function submit(): void {
    const wrong = moneyProblems('/price', terms.deals.price, price, load.currency);
    if (severalLegs && !legId) wrong.push({ pointer: '/legId', detail: w.chooseLeg });
    errors.show(wrong);
    const amount = moneyOf(price, load.currency);
    if (!amount || wrong.length > 0) return;
    const trip = toTrip ?? tripId;
    make.mutate(
      {
        loadId: load.id,
        price: amount,
        validHours: Number(hours),
        ...(trip && (buying || !brokered) ? { tripId: trip } : {}),
        ...(legId ? { legId } : {}),
        ...(buying ? {} : { brokered }),
      },
      { onError: errors.showProblem },
    );
  }

  const amount = moneyOf(price, load.currency);
  const leg = load.legs.find((each) => each.id === legId) ?? (severalLegs ? undefined : load.legs[0]);
  const capped = leg && Date.parse(leg.expiresAt) < now + Number(hours) * hourMillis ? leg : null;
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {buying ? w.offerToTrip : another ? w.makeAnother : w.makeOffer}
      </Button>
      <Dialog title={w.makeOfferOn(load.reference)} open={open} onClose={() => setOpen(false)}>
        <Form errors={errors} onSubmit={submit} label={w.makeOffer}>
          {load.poster && <TraderLine trader={load.poster} label={terms.traders.poster} />}
          {load.testMoney && (
            <p>
              <TestMoney /> {terms.money.testExplained}
            </p>
          )}
          {severalLegs && (
            <SelectField
              pointer="/legId"
              label={w.leg}
              value={legId}
              onValue={setLegId}
              empty={w.chooseLeg}
              choices={load.legs
                .filter((leg) => leg.status === 'OPEN')
                .map((leg) => ({ value: leg.id, label: legName(load, leg.id) ?? '' }))}
            />
          )}
          {load.price ? (
            <p className="text-lg font-semibold">
              <Money value={load.price} test={load.testMoney} meters={load.distanceMeters} />
            </p>
          ) : (
            <OfferPrice
              currency={load.currency}
              meters={leg?.distanceMeters ?? load.distanceMeters}
              value={price}
              onValue={setPrice}
            />
          )}
          {!buying && me.may('carriage.broker') && (
            <ChoiceField
              pointer="/brokered"
              label={w.carriedBy}
              value={brokered ? 'another' : 'own'}
              onValue={(value) => setBrokered(value === 'another')}
              choices={[
                ...(me.may('trips.post') ? [{ value: 'own' as const, label: w.own, hint: w.ownHint }] : []),
                { value: 'another' as const, label: w.another, hint: w.anotherHint },
              ]}
            />
          )}
          {!buying && !brokered && (
            <SelectField
              pointer="/tripId"
              label={w.trip}
              hint={chosenTrip === undefined && fitting ? w.tripFits : w.tripHint}
              optional
              value={tripId}
              onValue={setChosenTrip}
              empty={w.noTrip}
              choices={planned.map((trip) => ({
                value: trip.id,
                label: w.tripChoice(
                  trip.reference,
                  trip.stops[0]?.place.name ?? '',
                  trip.stops[trip.stops.length - 1]?.place.name ?? '',
                ),
              }))}
            />
          )}
          <SelectField
            pointer="/expiresAt"
            label={w.validFor}
            value={hours}
            onValue={setHours}
            choices={[1, 4, 24, 72].map((value) => ({ value: String(value), label: w.hours(value) }))}
          />
          {capped && (
            <p>
              {severalLegs ? w.cappedByLeg : w.capped}{' '}
              <Deadline instant={capped.expiresAt} zone={load.stops[capped.toStop]?.place.zone} />
            </p>
          )}
          {buying && <WalletCover price={load.price ?? amount} />}
          <Button type="submit" look="primary" pending={make.isPending}>
            {w.sendOffer}
          </Button>
        </Form>
      </Dialog>
    </>
  );
}
