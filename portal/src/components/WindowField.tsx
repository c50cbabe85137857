import { words } from '@/words';
import { TextField } from './Form';
import { zoneName } from './time';

export interface LocalWindow {
  start: string;
  end: string;
}

/** The time between which a stop may be served, in the site's own clock. */
export function WindowField({
  pointer,
  value,
  onValue,
  zone,
}: {
  pointer: string;
  value: LocalWindow;
  onValue: (window: LocalWindow) => void;
  zone: string | null;
}) {
  const clock = zone
    ? words.time.siteClock(zone.replace(/_/g, ' '), zoneName(instantish(value.start), zone))
    : words.time.siteClockUnknown;
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="sr-only">{words.time.window}</legend>
      <div className="grid grid-cols-1 gap-4 rail:grid-cols-2">
        <TextField
          pointer={`${pointer}/windowStart`}
          label={words.time.earliest}
          type="datetime-local"
          value={value.start}
          onValue={(start) =>
            onValue({ start, end: value.end && value.end >= start ? value.end : addHours(start, 4) })
          }
        />
        <TextField
          pointer={`${pointer}/windowEnd`}
          label={words.time.latest}
          type="datetime-local"
          value={value.end}
          onValue={(end) => onValue({ start: value.start, end })}
        />
      </div>
      <p className="text-secondary">{clock}</p>
    </fieldset>
  );
}

/** Near enough to name the zone's abbreviation at that season; the server resolves the instant itself. */
function instantish(local: string): string {
  const at = new Date(local ? `${local}Z` : Date.now());
  return Number.isNaN(at.getTime()) ? new Date().toISOString() : at.toISOString();
}

function addHours(local: string, hours: number): string {
  const at = new Date(`${local}Z`);
  if (Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() + hours * 3_600_000).toISOString().slice(0, 16);
}
