import { useState } from 'react';
import type { Booking, BookingStop } from '@/api/types';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { useLoaded } from '@/components/useLoaded';
import { useKeptActions } from '@/device/kept';
import { nextStop, roadAction, withKept, type RoadAction } from './progress';
import { words as w } from './words';

/** The one button for what happens next on the road. It is large enough for a thumb where it is the screen's purpose. */
export function NextRoadAction({ booking: known, large = false }: { booking: Booking; large?: boolean }) {
  const booking = withKept(known, useKeptActions());
  const action = roadAction(booking);
  const stop = nextStop(booking);
  if (!action) return null;
  return (
    <RoadButton key={action + stop?.sequence} booking={booking} stop={stop} action={action} large={large} />
  );
}

const dialog = () => import('./RoadForms');

function RoadButton({
  booking,
  stop,
  action,
  large,
}: {
  booking: Booking;
  stop: BookingStop | null;
  action: RoadAction;
  large: boolean;
}) {
  const [open, setOpen] = useState(false);
  const forms = useLoaded(dialog, open);
  const label = action === 'dispatch' ? w.dispatch : w.atStop[action](stop?.place.name ?? '');
  const close = () => setOpen(false);
  return (
    <>
      <Button look="primary" large={large} className={large ? 'w-full' : ''} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {forms && (
        <Dialog title={label} open={open} onClose={close}>
          <forms.RoadForm booking={booking} stop={stop} action={action} onDone={close} />
        </Dialog>
      )}
    </>
  );
}
