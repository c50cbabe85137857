import type { Booking, BookingStop } from '@/api/types';
import { metersApart } from '@/components/greatCircle';
import { localDate, siteTime } from '@/components/time';
import type { Units } from '@/components/units';
import { terms } from '@/words/terms';
import { byWindow } from '@/components/punctual';
import { words } from './words';
import type { RoadVerb } from './keepables';

/** A report that is about to be sent: its stop, and when it happened. */
export interface AboutToTell {
  verb: RoadVerb;
  stop: BookingStop;
  at: number;
  /** Whether the person typed the time; else this device's clock gave it. */
  typed: boolean;
}

const w = words.odd;
const minuteMillis = 60_000;
const hourMillis = 60 * minuteMillis;

/** Setting out longer than this before the first pickup opens is odd. */
const dispatchMillis = 12 * hourMillis;
const earlyMillis = hourMillis;
const standingMillis = 2 * minuteMillis;
/** 130 km/h. */
const metersPerMilli = 130_000 / hourMillis;
/** How far a stop of which only the city is known may lie from the city's centre. */
const cityMeters = 15_000;

/**
 * Says in whole sentences what is odd about telling this at that time; nothing for a usual report. The booking is as the driver knows it, including what is
 * kept on this device.
 */
export function oddOf(booking: Booking, telling: AboutToTell, now: number, units: Units): string[] {
  return [
    ...ofVerb[telling.verb](booking, telling, units),
    ...(telling.typed ? ofAnotherDay(telling, now) : []),
  ];
}

const ofVerb: Record<RoadVerb, (booking: Booking, telling: AboutToTell, units: Units) => string[]> = {
  dispatch: ofDispatch,
  arrive: (booking, telling, units) => [...ofArrival(telling), ...ofWay(booking, telling, units)],
  depart: ofDeparture,
  deliver: () => [],
};

function ofDispatch(booking: Booking, { at }: AboutToTell): string[] {
  const first = booking.stops.find((stop) => stop.kind === 'PICKUP') ?? booking.stops[0]!;
  const early = Date.parse(first.window.start) - at;
  if (early > dispatchMillis) {
    return [w.dispatchEarly(first.place.name, long(early), siteTime(first.window.start, first.place.zone))];
  }
  const last = booking.stops.reduce((a, b) => (Date.parse(b.window.end) > Date.parse(a.window.end) ? b : a));
  const over = at - Date.parse(last.window.end);
  return over > 0 ? [w.dispatchOver(long(over), siteTime(last.window.end, last.place.zone))] : [];
}

function ofArrival({ stop, at }: AboutToTell): string[] {
  const { place, window } = stop;
  // The minutes are the same as those shown once it is recorded.
  const { punctuality, minutes } = byWindow(at, window);
  if (Date.parse(window.start) - at > earlyMillis) {
    return [w.arrivalEarly(place.name, terms.time.howLong(minutes), siteTime(window.start, place.zone))];
  }
  return punctuality === 'LATE'
    ? [w.arrivalLate(place.name, terms.time.howLong(minutes), siteTime(window.end, place.zone))]
    : [];
}

/** The way from the last stop would need more speed than a truck has, even along a straight line. */
function ofWay(booking: Booking, { stop, at }: AboutToTell, units: Units): string[] {
  const before = booking.stops.find(({ sequence }) => sequence === stop.sequence - 1);
  const since = before?.departedAt ?? before?.arrivedAt;
  if (!before || !since) return [];
  const meters = metersApart(before.place, stop.place);
  const surely = meters - [before, stop].filter(({ precision }) => precision !== 'POINT').length * cityMeters;
  const took = at - Date.parse(since);
  if (surely <= Math.max(0, took) * metersPerMilli) return [];
  const say = before.departedAt ? w.tooFastSinceLeft : w.tooFastSinceReached;
  return [say(stop.place.name, units.show('distance', meters), before.place.name, long(took))];
}

function ofDeparture(_booking: Booking, { stop, at }: AboutToTell): string[] {
  if (!stop.arrivedAt) return [];
  const stood = at - Date.parse(stop.arrivedAt);
  return stood < standingMillis ? [w.hardlyStood(stop.place.name, long(stood))] : [];
}

function ofAnotherDay({ stop, at }: AboutToTell, now: number): string[] {
  const { zone } = stop.place;
  return localDate(new Date(at), zone) === localDate(new Date(now), zone)
    ? []
    : [w.anotherDay(siteTime(new Date(at).toISOString(), zone))];
}

function long(millis: number): string {
  return terms.time.howLong(Math.max(0, Math.floor(millis / minuteMillis)));
}
