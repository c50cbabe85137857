import type { Booking, BookingStop, EventView } from '@/api/types';
import { road } from '@/words/road';
import { Punctual } from './PunctualText';
import { Timeline, type TimelineEntry } from './Timeline';

const w = road.timeline;

/** What was recorded about a booking, in the order in which it happened. @param ownId the reader's organisation, if it is a side */
export function BookingEvents({
  booking,
  events,
  ownId,
}: {
  booking: Booking;
  events: EventView[];
  ownId?: string;
}) {
  return (
    <Timeline
      label={road.bookings.timeline}
      entries={events
        .map((event) => entry(event, booking, ownId))
        .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))}
    />
  );
}

function entry(event: EventView, booking: Booking, ownId: string | undefined): TimelineEntry {
  const type = event.type.replace(/^lanerunner\./, '').replace(/\.v\d+$/, '');
  const say = ofAcceptance(event, type) ? () => w.tripForBooking : w.events[type];
  const sequence = typeof event.data?.stop === 'number' ? event.data.stop : null;
  const stop = booking.stops.find((candidate) => candidate.sequence === sequence);
  return {
    id: event.id,
    at: event.occurredAt,
    zone: (stop ?? siteOf(event, type, booking))?.place.zone,
    title: say ? say(stop?.place.name ?? '') : w.other(type),
    source: source(event, type, booking, ownId),
    receivedAt: event.recordedAt,
    addedLater: event.data?.addedLater === true || toldLater(event, type),
    ...(stop && arrival.test(type) && { detail: <Punctual at={event.occurredAt} window={stop.window} /> }),
  };
}

/** The stop of an event that names none: the last one for the delivery, its proof and what follows, the first one for everything before. */
function siteOf(event: EventView, type: string, booking: Booking): BookingStop | undefined {
  const delivered = booking.proof?.occurredAt;
  const after = delivered && Date.parse(event.occurredAt) >= Date.parse(delivered);
  return booking.stops.at(after || ofDelivery.test(type) ? -1 : 0);
}

const ofDelivery = /^(booking\.delivered|document\.stored)$/;

/** Whether the trip was made by an acceptance. Then nobody posted it, whoever accepted. */
function ofAcceptance(event: EventView, type: string): boolean {
  return type === 'trip.posted' && event.data?.forBooking === true;
}

const onTheRoad =
  /^booking\.(dispatched|reassigned|arrived|departed|delivered|(arrival|departure)-corrected)$/;
const arrival = /^booking\.(arrived|arrival-corrected)$/;
const laterMillis = 60_000;

function toldLater(event: EventView, type: string): boolean {
  return onTheRoad.test(type) && Date.parse(event.recordedAt) - Date.parse(event.occurredAt) > laterMillis;
}

function source(event: EventView, type: string, booking: Booking, ownId: string | undefined): string {
  const told = road.bookings.sources[event.data?.source as keyof typeof road.bookings.sources];
  if (told && onTheRoad.test(type)) return told;
  if (!event.actorId || ofAcceptance(event, type)) return w.bySystem;
  const party =
    event.organisationId === booking.buyer.id
      ? booking.buyer.name
      : event.organisationId === booking.seller.id
        ? booking.seller.name
        : null;
  if (event.organisationId === ownId) return w.byOwn;
  return party ? w.by(party) : w.bySystem;
}
