import { metersApart } from '@/components/greatCircle';
import type { Fix } from './positions';

const leastMillis = 5000;
const leastMeters = 25;
/** A vehicle that stands is told of, too, or it would look lost. */
const standingMillis = 60_000;

/** Whether a fix says enough that the last kept one did not: at most one in five seconds, and where it hardly moved one a minute. */
export function isNews(last: Fix | null, fix: Fix): boolean {
  if (!last) return true;
  const millis = Date.parse(fix.at) - Date.parse(last.at);
  if (millis < leastMillis) return false;
  return millis >= standingMillis || metersApart(last, fix) >= leastMeters;
}

/** A clock that the receiver does not share with this device is told by neither; then the device's own counts. */
const farMillis = 12 * 3_600_000;

export function fixOf(position: GeolocationPosition, now: number): Fix {
  const { coords, timestamp } = position;
  const at = Math.abs(timestamp - now) < farMillis ? timestamp : now;
  const known = (value: number | null): number | null => (Number.isFinite(value) ? value : null);
  return {
    at: new Date(at).toISOString(),
    latitude: coords.latitude,
    longitude: coords.longitude,
    accuracyMeters: known(coords.accuracy),
    speedMetersPerSecond: known(coords.speed),
    headingDegrees: known(coords.heading),
  };
}
