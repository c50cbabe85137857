import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { useOnce } from '@/api/once';
import { queries } from '@/api/queries';
import type { Booking, BookingStop } from '@/api/types';
import { announce } from '@/components/Announcer';
import { ButtonLink } from '@/components/Button';
import { Confirm } from '@/components/Dialog';
import { Money } from '@/components/Figures';
import { Facts, PageHeader, Panel } from '@/components/PageHeader';
import { placeName } from '@/components/placeName';
import { Deadline, SiteTime } from '@/components/SiteTime';
import { Loaded } from '@/components/States';
import { Pill, RiskPill, StatusPill } from '@/components/StatusPill';
import { StopTimes } from '@/components/StopTimes';
import { useNow } from '@/components/useNow';
import { useMe } from '@/shell/me';
import { shell } from './words/shell';
import { road } from '@/words/road';
import { terms } from '@/words/terms';
import { KeptActions } from './KeptActions';
import { BookingTimeline } from './BookingTimeline';
import { riskOf } from './progress';
import { Correct } from './Correct';
import { sideOf } from './sides';
import { NextRoadAction } from './RoadActions';
import { ShareSwitch } from './ShareSwitch';
import { StopPoint } from './StopPoint';
import { SuspendedSides } from './SuspendedSides';
import { UndoStrips } from './UndoStrips';
import { words as w } from './words';

export interface BookingParts {
  map: (booking: Booking) => ReactNode;
  document: (documentId: string) => ReactNode;
  /** The way to say that the delivery is not as agreed. */
  contest: (booking: Booking) => ReactNode;
  /** For a contested booking: what both sides say, and what happens by itself. */
  contested: (booking: Booking) => ReactNode;
  /** For a broker: the carriers that could carry what it has sold. */
  carriers: (booking: Booking) => ReactNode;
}

export function BookingDetail({ parts }: { parts: BookingParts }) {
  const { id = '' } = useParams();
  const booking = useQuery(queries.booking(id));
  return (
    <Loaded query={booking}>
      {(data) => <Detail booking={data} parts={parts} readAt={booking.dataUpdatedAt} />}
    </Loaded>
  );
}

function Detail({ booking, parts, readAt }: { booking: Booking; parts: BookingParts; readAt: number }) {
  const me = useMe();
  const location = useLocation();
  const now = useNow(60_000);
  const risk = riskOf(booking, now);
  const selling = booking.seller.id === me.organisation?.id;
  const unassigned =
    selling &&
    booking.tripId !== null &&
    booking.status === 'CONFIRMED' &&
    !(booking.driver && booking.vehicle);
  return (
    <>
      <PageHeader
        title={w.title(booking.reference)}
        back={{ to: `/bookings${location.search}`, label: shell.bookings }}
        pills={
          <>
            <span data-status={booking.status}>
              <StatusPill status={booking.status} />
            </span>
            {sideOf(booking, me) && <Pill tone="neutral">{sideOf(booking, me)}</Pill>}
            {risk && <RiskPill risk={risk} />}
          </>
        }
      >
        {unassigned && me.may('trips.assign') ? (
          <ButtonLink look="primary" to={`/trips/${booking.tripId}`}>
            {w.assign}
          </ButtonLink>
        ) : (
          <NextRoadAction booking={booking} />
        )}
        {booking.actions.includes('accept-proof') && (
          <AcceptProof booking={booking} document={parts.document} />
        )}
        {booking.actions.includes('contest') && parts.contest(booking)}
        {booking.actions.includes('cancel') && <Cancel booking={booking} />}
      </PageHeader>
      <UndoStrips bookings={[booking]} readAt={readAt} />
      <KeptActions />
      {booking.status === 'CANCELLED' && booking.cancelReason && (
        <p className="mb-4 rounded-panel bg-neutral-fill p-3 text-neutral">
          {w.cancelledBecause(booking.cancelReason)}
        </p>
      )}
      <ShareSwitch booking={booking} className="mb-6" />
      <SuspendedSides booking={booking} />
      <OtherAgreement booking={booking} />
      {booking.status === 'DELIVERED' && <PaysItself booking={booking} />}
      {booking.contestedAt && !me.isDriverOnly && parts.contested(booking)}
      {booking.actions.includes('cover') && (
        <div className="mb-6 flex flex-col gap-6">
          <Panel title={w.withoutVehicle}>
            <p>{w.withoutVehicleText}</p>
          </Panel>
          {parts.carriers(booking)}
        </div>
      )}
      <div className="grid items-start gap-6 triple:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-6">
          {parts.map(booking)}
          <Panel title={w.stops}>
            <ol className="flex flex-col gap-5">
              {booking.stops.map((stop) => (
                <StopFacts
                  key={stop.sequence}
                  stop={stop}
                  point={<StopPoint booking={booking} stop={stop} />}
                >
                  <Correct booking={booking} stop={stop} />
                </StopFacts>
              ))}
            </ol>
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Agreement booking={booking} selling={selling} />
          {booking.proof && <ProofPanel booking={booking} document={parts.document} />}
          <Panel title={road.bookings.timeline}>
            <BookingTimeline booking={booking} />
          </Panel>
        </div>
      </div>
    </>
  );
}

/** When the money is released by itself. */
function PaysItself({ booking }: { booking: Booking }) {
  const me = useMe();
  // What is due to a suspended seller waits; the note about the suspension says so.
  if (!booking.releaseDueAt || booking.seller.suspended || me.isDriverOnly) return null;
  const selling = booking.seller.id === me.organisation?.id;
  return (
    <p className="mb-6 rounded-panel bg-info-fill p-3 text-info">
      {selling ? w.paidItself(booking.buyer.name) : w.paysItself(booking.seller.name)}{' '}
      <Deadline instant={booking.releaseDueAt} />
      {booking.actions.includes('contest') && <span className="block">{w.contestBefore}</span>}
    </p>
  );
}

/** A broker's link from what it has sold to what it has bought for that, and back. Nobody else is told of it. */
function OtherAgreement({ booking }: { booking: Booking }) {
  const other = booking.carryingBookingId ?? booking.upstreamBookingId;
  if (!other) return null;
  return (
    <p className="mb-6 rounded-panel bg-info-fill p-3 text-info">
      <Link className="underline" to={`/bookings/${other}`}>
        {booking.carryingBookingId ? w.carried : w.upstream}
      </Link>
    </p>
  );
}

function Agreement({ booking, selling }: { booking: Booking; selling: boolean }) {
  const me = useMe();
  const money = (value: Booking['price'] | null) =>
    value ? <Money value={value} test={booking.testMoney} /> : terms.none;
  const cameToNothing = booking.status === 'CANCELLED' || booking.status === 'REFUNDED';
  return (
    <Panel title={road.bookings.agreement}>
      <Facts
        items={[
          { term: booking.forAnother ? terms.kinds.BROKER : road.bookings.buyer, value: booking.buyer.name },
          { term: booking.tripId ? road.bookings.seller : terms.kinds.BROKER, value: booking.seller.name },
          {
            term: w.load,
            value: me.may('loads.view') ? (
              <Link className="link" to={`/loads/${booking.loadId}`}>
                {booking.loadReference}
              </Link>
            ) : (
              booking.loadReference
            ),
          },
          {
            term: w.trip,
            value: !booking.tripId ? (
              w.byAnother
            ) : selling ? (
              <Link className="link" to={`/trips/${booking.tripId}`}>
                {booking.tripReference}
              </Link>
            ) : (
              booking.tripReference
            ),
          },
          ...(booking.tripId
            ? [
                { term: terms.fleet.driver, value: booking.driver?.name ?? terms.trips.notAssigned },
                {
                  term: terms.fleet.vehicle,
                  value: booking.vehicle
                    ? terms.trips.vehicle(booking.vehicle.name, booking.vehicle.plate)
                    : terms.trips.notAssigned,
                },
              ]
            : []),
          { term: terms.deals.price, value: money(booking.price) },
          ...(!cameToNothing
            ? [
                { term: road.bookings.fee, value: money(booking.fee) },
                {
                  term: selling ? terms.deals.youReceive : terms.deals.carrierReceives,
                  value: money(booking.sellerReceives),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}

function StopFacts({ stop, point, children }: { stop: BookingStop; point: ReactNode; children: ReactNode }) {
  return (
    <li className="border-l-2 border-control pl-3">
      <p className="text-xs text-secondary">{terms.stopKind[stop.kind]}</p>
      <p className="font-semibold">{placeName(stop.place)}</p>
      {stop.address && <p>{stop.address}</p>}
      {point}
      {(stop.contactName || stop.contactPhone) && (
        <p className="text-secondary">
          {terms.dotted(
            [stop.contactName, stop.contactPhone].filter((part): part is string => Boolean(part)),
          )}
        </p>
      )}
      <StopTimes stop={stop} />
      {children}
    </li>
  );
}

function ProofPanel({ booking, document }: { booking: Booking; document: BookingParts['document'] }) {
  const proof = booking.proof!;
  const zone = booking.stops[booking.stops.length - 1]?.place.zone;
  return (
    <Panel title={road.bookings.proof}>
      <Facts
        items={[
          { term: road.bookings.receivedBy, value: proof.receivedBy },
          { term: road.bookings.deliveredAt, value: <SiteTime instant={proof.occurredAt} zone={zone} /> },
          {
            term: road.bookings.position,
            value:
              proof.latitude != null && proof.longitude != null
                ? road.bookings.coordinates(proof.latitude.toFixed(4), proof.longitude.toFixed(4))
                : terms.none,
          },
          { term: w.receivedAt, value: <SiteTime instant={proof.receivedAt} zone={zone} /> },
        ]}
      />
      <div className="mt-4">
        <FileOfProof proof={proof} document={document} />
      </div>
    </Panel>
  );
}

function FileOfProof({
  proof,
  document,
}: {
  proof: NonNullable<Booking['proof']>;
  document: BookingParts['document'];
}) {
  return proof.documentId ? (
    document(proof.documentId)
  ) : (
    <p className="text-secondary">{road.bookings.noFile}</p>
  );
}

/** Releases the money. Who received the freight, and the photo or paper of it, is shown before. */
function AcceptProof({ booking, document }: { booking: Booking; document: BookingParts['document'] }) {
  const waits = booking.seller.suspended;
  const accept = useOnce<Booking>(
    'booking.accept-proof',
    { id: booking.id, label: booking.reference },
    ({ settledAt }) => announce(settledAt ? w.proofAccepted : w.acceptProofWaits.accepted),
  );
  return (
    <Confirm
      label={w.acceptProof}
      title={waits ? w.acceptProofWaits.title : w.acceptProofTitle}
      text={(waits ? w.acceptProofWaits.text : w.acceptProofText)(booking.seller.name)}
      confirm={waits ? w.acceptProofWaits.confirm : w.acceptProofConfirm}
      look="primary"
      pending={accept.isPending}
      error={accept.error}
      onConfirm={() => accept.mutate()}
    >
      <p className="text-lg font-semibold">
        <Money value={booking.price} test={booking.testMoney} />
      </p>
      {booking.proof && (
        <>
          <Facts items={[{ term: road.bookings.receivedBy, value: booking.proof.receivedBy }]} />
          <FileOfProof proof={booking.proof} document={document} />
        </>
      )}
      {booking.releaseDueAt && !waits && (
        <p className="text-secondary">
          {w.withoutYourWord(booking.seller.name)} <Deadline instant={booking.releaseDueAt} />
        </p>
      )}
    </Confirm>
  );
}

function Cancel({ booking }: { booking: Booking }) {
  const cancel = useOnce('booking.cancel', { id: booking.id, label: booking.reference }, () =>
    announce(w.cancelled(booking.reference)),
  );
  return (
    <Confirm
      label={w.cancel}
      title={w.cancelTitle(booking.reference)}
      text={w.cancelText}
      confirm={w.cancel}
      reason={terms.loads.reason}
      pending={cancel.isPending}
      error={cancel.error}
      onConfirm={(reason) => cancel.mutate({ reason })}
    />
  );
}
