import { sites } from '@/words/sites';
import { terms } from '@/words/terms';
import { useState } from 'react';
import { TextField } from './Form';
import { comesTwice, existing, instantAt, zoneName } from './time';

export interface LocalWindow {
  start: string;
  end: string;
}

/** The times between which a stop may be served, on the site's own clock. */
export function WindowField({
  pointer,
  value,
  onValue,
  zone,
  problems = {},
  note,
}: {
  pointer: string;
  value: LocalWindow;
  onValue: (window: LocalWindow) => void;
  zone: string | null;
  /** What is wrong with either of the times. */
  problems?: { start?: string; end?: string };
  note?: string;
}) {
  const [moved, setMoved] = useState<Moved | null>(null);
  /** When the person leaves the times, the form shows how it understood them. */
  function settle(): void {
    if (!zone) return;
    const meant = { start: existing(value.start, zone), end: existing(value.end, zone) };
    const which = (['start', 'end'] as const).find((each) => meant[each] !== value[each]);
    if (!which) return;
    setMoved({ from: value[which], to: meant[which] });
    onValue(meant);
  }
  const clock = zone
    ? terms.time.siteClock(zone.replace(/_/g, ' '), zoneName(instantish(value.start), zone))
    : terms.time.siteClockUnknown;
  return (
    <fieldset className="flex min-w-0 flex-col gap-2" onBlur={settle}>
      <legend className="sr-only">{terms.time.window}</legend>
      <div className="grid grid-cols-1 gap-4 rail:grid-cols-2">
        <TextField
          pointer={`${pointer}/windowStart`}
          label={terms.time.earliest}
          type="datetime-local"
          value={value.start}
          problem={problems.start}
          onValue={(start) =>
            onValue({ start, end: value.end && value.end >= start ? value.end : addHours(start, 4) })
          }
        />
        <TextField
          pointer={`${pointer}/windowEnd`}
          label={terms.time.latest}
          type="datetime-local"
          value={value.end}
          problem={problems.end}
          onValue={(end) => onValue({ start: value.start, end })}
        />
      </div>
      <p className="text-secondary">{clock}</p>
      {zone && <ClockNotes times={[value.start, value.end]} zone={zone} moved={moved} />}
      {note && <p className="text-warning">{note}</p>}
    </fieldset>
  );
}

interface Moved {
  from: string;
  to: string;
}

const clockOf = (local: string): string => local.slice(11, 16);

/** Explains what a change of the clocks does to these times: an hour that does not exist, or one that comes twice. */
export function ClockNotes({ times, zone, moved }: { times: string[]; zone: string; moved: Moved | null }) {
  const missing = times.flatMap((from) => {
    const to = existing(from, zone);
    return to === from ? [] : [{ from, to }];
  });
  const told = moved && times.includes(moved.to) && missing.length === 0 ? [moved] : missing;
  const twice = times.filter((time) => comesTwice(time, zone));
  return (
    <div role="status" className="text-warning empty:hidden">
      {told.map(({ from, to }) => (
        <p key={from}>{sites.windows.moved(clockOf(from), clockOf(to))}</p>
      ))}
      {twice.map((time) => (
        <p key={time}>{sites.windows.twice(clockOf(time), zoneName(instantAt(time, zone), zone))}</p>
      ))}
    </div>
  );
}

/** Exact enough to choose the zone's abbreviation for that season. The server works out the real instant itself. */
function instantish(local: string): string {
  const at = new Date(local ? `${local}Z` : Date.now());
  return Number.isNaN(at.getTime()) ? new Date().toISOString() : at.toISOString();
}

function addHours(local: string, hours: number): string {
  const at = new Date(`${local}Z`);
  if (Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() + hours * 3_600_000).toISOString().slice(0, 16);
}
