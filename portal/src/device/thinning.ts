import { metersApart } from '@/components/greatCircle';
import type { Fix } from './positions';

const leastMillis = 5000;
const leastMeters = 25;
/** A standing vehicle also sends positions, or it would look lost. */
const standingMillis = 60_000;

/** Whether a position says enough that the last kept one did not: at most one in five seconds, and one a minute where the vehicle hardly moved. */
export function isNews(last: Fix | null, fix: Fix): boolean {
  if (!last) return true;
  const millis = Date.parse(fix.at) - Date.parse(last.at);
  if (millis < leastMillis) return false;
  return millis >= standingMillis || metersApart(last, fix) >= leastMeters;
}

/** A receiver's time that is this far from the device's clock is not used; then the device's own time counts. */
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
