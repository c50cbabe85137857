import { useState } from 'react';
import type { Booking, BookingStop } from '@/api/types';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { StopWhere } from '@/components/PointText';
import { useLoaded } from '@/components/useLoaded';
import { sites } from '@/words/sites';
import { isOver } from './progress';

const w = sites.points;
const dialog = () => import('./Pinpoint');

/** Whether only the stop's city is known, so that no fence can tell its arrival. */
export function isCityOnly(booking: Booking, stop: BookingStop): boolean {
  return !isOver(booking) && stop.precision === 'CITY' && !stop.fence && !stop.arrivedAt;
}

/** How exactly the stop's place is known. A person who may say it more exactly gets a button for that. */
export function StopPoint({ booking, stop }: { booking: Booking; stop: BookingStop }) {
  const [open, setOpen] = useState(false);
  const known = stop.precision === 'POINT';
  const title = (known ? w.moveOf : w.setOf)(stop.place.name);
  const parts = useLoaded(dialog, open);
  return (
    <>
      {(known || isCityOnly(booking, stop) || stop.fence) && <StopWhere stop={stop} />}
      {stop.canBePinpointed && (
        <div className="mt-2">
          <Button aria-label={title} onClick={() => setOpen(true)}>
            {known ? w.move : w.set}
          </Button>
        </div>
      )}
      {parts && (
        <Dialog title={title} open={open} onClose={() => setOpen(false)}>
          <parts.Pinpoint booking={booking} stop={stop} title={title} onDone={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
}
