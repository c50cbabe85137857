import { locale } from '@/words/language';
import { terms } from '@/words/terms';
import { viewerZone } from './preferences';

/** Times as people at the site read them: in the site's zone, with its abbreviation first. */

export function siteTime(instant: string, zone: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
    timeZoneName: 'short',
  }).format(new Date(instant));
}

export function clockTime(instant: string | number, zone: string = viewerZone()): string {
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(new Date(instant));
}

export function zoneName(instant: string, zone: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' }).formatToParts(
    new Date(instant),
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** The UTC offset in words where the hour comes twice (at the end of summer time), null elsewhere. */
export function foldOffset(instant: string, zone: string): string | null {
  const at = new Date(instant).getTime();
  const local = (time: number) => siteTimeWithoutZone(time, zone);
  const twice = local(at) === local(at + 3_600_000) || local(at) === local(at - 3_600_000);
  if (!twice) return null;
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    timeZoneName: 'longOffset',
  }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? null;
}

function siteTimeWithoutZone(time: number, zone: string): string {
  return new Intl.DateTimeFormat('en-US', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: zone,
  }).format(time);
}

export function viewerTime(instant: string, zone: string): string | null {
  if (
    siteTimeWithoutZone(Date.parse(instant), zone) === siteTimeWithoutZone(Date.parse(instant), viewerZone())
  ) {
    return null;
  }
  return siteTime(instant, viewerZone());
}

export function windowText(start: string, end: string, zone: string): string {
  const sameDay = localDate(new Date(start), zone) === localDate(new Date(end), zone);
  // On the day on which the clocks change the two times can have different abbreviations, so each shows its own.
  return sameDay && zoneName(start, zone) === zoneName(end, zone)
    ? terms.time.range(
        siteTime(start, zone).replace(` ${zoneName(start, zone)}`, ''),
        clockTime(end, zone),
        zoneName(end, zone),
      )
    : terms.time.span(siteTime(start, zone), siteTime(end, zone));
}

export function localDate(date: Date, zone: string = viewerZone()): string {
  return new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: zone,
  }).format(date);
}

/** "3 h ago" within a day, null for anything older: then only the absolute time helps. */
export function relative(instant: string, now: number): string | null {
  const minutes = Math.round((Date.parse(instant) - now) / 60_000);
  if (Math.abs(minutes) >= 24 * 60) return null;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  return Math.abs(minutes) < 60
    ? format.format(minutes, 'minute')
    : format.format(Math.round(minutes / 60), 'hour');
}

/** "in 2 d 4 h": how long it still takes until something happens by itself; null once it is due. */
export function remaining(instant: string, now: number): string | null {
  const minutes = Math.ceil((Date.parse(instant) - now) / 60_000);
  if (minutes <= 0) return null;
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  return terms.time.away(days, hours, minutes % 60);
}

/** Now as the value of a `datetime-local` input in a zone. */
export function localNow(zone: string, at: Date = new Date()): string {
  const time = new Intl.DateTimeFormat('en-US', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at);
  return `${localDate(at, zone)}T${time}`;
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offset(at: number, zone: string): number {
  const minute = Math.floor(at / 60_000) * 60_000;
  return Date.parse(`${localNow(zone, new Date(minute))}Z`) - minute;
}

const dayMillis = 24 * 3_600_000;

/** The instants that a local time can mean: none in the hour that is skipped when the clocks go forward, two in the hour that is repeated when they go back. */
function meanings(local: string, zone: string): number[] {
  const asUtc = Date.parse(`${local}Z`);
  const offsets = new Set([offset(asUtc - dayMillis, zone), offset(asUtc + dayMillis, zone)]);
  return [...offsets]
    .map((ahead) => asUtc - ahead)
    .filter((at) => at + offset(at, zone) === asUtc)
    .sort((one, other) => one - other);
}

/**
 * A time typed on the site's clock as an instant, as the server works it out. Where the hour comes twice it is the earlier one; a time that is skipped is
 * moved later by the length of the gap.
 */
export function instantAt(local: string, zone: string): string {
  const asUtc = Date.parse(`${local}Z`);
  const meant = meanings(local, zone)[0] ?? asUtc - offset(asUtc - dayMillis, zone);
  return new Date(meant).toISOString();
}

/** The local time that exists and is meant; text that is no whole local time stays as it is. */
export function existing(local: string, zone: string): string {
  if (Number.isNaN(Date.parse(`${local}Z`)) || meanings(local, zone).length > 0) return local;
  return localNow(zone, new Date(instantAt(local, zone)));
}

/** Whether that hour comes twice, because the clocks go back. */
export function comesTwice(local: string, zone: string): boolean {
  return !Number.isNaN(Date.parse(`${local}Z`)) && meanings(local, zone).length > 1;
}
