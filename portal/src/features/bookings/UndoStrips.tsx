import { useState } from 'react';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import type { Problem } from '@/api/problem';
import type { Booking } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { CommandError } from '@/components/States';
import { useNow } from '@/components/useNow';
import { useKeptActions } from '@/device/kept';
import { words } from './words';

const w = words.undo;

/**
 * What was told about the road a moment ago, each with a button to take it back, as long as the server allows it. While a later report waits on this device,
 * that one must be taken back first, in the list where it stands.
 *
 * @param readAt when the bookings came from the server, by this device's clock
 */
export function UndoStrips({ bookings, readAt }: { bookings: Booking[]; readAt: number }) {
  const kept = useKeptActions();
  const [failed, setFailed] = useState<Problem | null>(null);
  return (
    <>
      {failed && (
        <div className="mb-4 max-w-xl">
          <CommandError error={failed} />
        </div>
      )}
      {bookings
        .filter((booking) => booking.undo && !kept.some((action) => action.about === booking.id))
        .map((booking) => (
          <UndoStrip
            key={`${booking.id} ${booking.version}`}
            booking={booking}
            undo={booking.undo!}
            readAt={readAt}
            onFailed={setFailed}
          />
        ))}
    </>
  );
}

function UndoStrip({
  booking,
  undo,
  readAt,
  onFailed,
}: {
  booking: Booking;
  undo: NonNullable<Booking['undo']>;
  readAt: number;
  onFailed: (problem: Problem | null) => void;
}) {
  const now = useNow(1000);
  const left = Math.ceil(undo.secondsLeft - Math.max(0, now - readAt) / 1000);
  const place = booking.stops.find(({ sequence }) => sequence === undo.stop)?.place.name ?? '';
  const told = w.told[undo.what](place);
  const command = useCommand(
    (body: { what: string; stop: number | null }, key) =>
      post(`/bookings/${booking.id}/undo`, body, { idempotencyKey: key, version: booking.version }),
    () => {
      onFailed(null);
      announce(w.undone[undo.what](place));
    },
  );
  // The bookings are read again. The last report may now be another one than the one that was meant.
  const onError = (problem: Problem) =>
    onFailed(problem.status === 412 ? problem.saying(w.changedTitle, w.changed) : problem);
  if (left <= 0) return null;
  return (
    <section
      aria-label={told}
      className="mb-4 flex max-w-xl flex-wrap items-center gap-x-3 gap-y-2 rounded-panel bg-success-fill p-3 text-success"
    >
      <p className="min-w-0 flex-1 font-semibold">{told}</p>
      <Button
        pending={command.isPending}
        onClick={() => command.mutate({ what: undo.what, stop: undo.stop }, { onError })}
      >
        {w.undo}
        <span aria-hidden="true" className="figures font-normal">
          {w.left(left)}
        </span>
      </Button>
    </section>
  );
}
