import { useState } from 'react';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import type { Booking, BookingStop } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Form, NoteField, SelectField, TextField, useFormErrors } from '@/components/Form';
import { instantAt, localNow } from '@/components/time';
import { inputs } from '@/words/inputs';
import { road } from '@/words/road';
import { words as w } from './words';

/** A form that corrects the time of an arrival or departure; nothing where none is known. */
export function Correct({ booking, stop }: { booking: Booking; stop: BookingStop }) {
  const [open, setOpen] = useState(false);
  if (!booking.actions.includes('correct') || !stop.arrivedAt) return null;
  const title = w.correctAt(stop.place.name);
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {w.correct}
      </Button>
      <Dialog title={title} open={open} onClose={() => setOpen(false)}>
        <Correction booking={booking} stop={stop} title={title} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Correction({
  booking,
  stop,
  title,
  onDone,
}: {
  booking: Booking;
  stop: BookingStop;
  title: string;
  onDone: () => void;
}) {
  const errors = useFormErrors();
  const zone = stop.place.zone;
  const [kind, setKind] = useState<'ARRIVAL' | 'DEPARTURE'>('ARRIVAL');
  const told = kind === 'ARRIVAL' ? stop.arrivedAt : stop.departedAt;
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const correct = useCommand(
    (body: object, key) => post(`/bookings/${booking.id}/correct`, body, { idempotencyKey: key }),
    () => {
      onDone();
      announce(w.corrected(stop.place.name));
    },
  );
  function submit(): void {
    const wrong = [
      ...(typed ? [] : [{ pointer: '/occurredAt', detail: inputs.forms.required(w.occurredAt) }]),
      ...(reason.trim() ? [] : [{ pointer: '/reason', detail: inputs.forms.required(w.reason) }]),
    ];
    errors.show(wrong);
    if (wrong.length > 0) return;
    correct.mutate(
      { stop: stop.sequence, kind, occurredAt: instantAt(typed, zone), reason: reason.trim() },
      { onError: errors.showProblem },
    );
  }
  return (
    <Form errors={errors} onSubmit={submit} label={title}>
      <p>{w.correctText}</p>
      <SelectField
        pointer="/kind"
        label={w.correctWhat}
        value={kind}
        onValue={setKind}
        choices={[
          { value: 'ARRIVAL', label: road.bookings.arrived },
          ...(stop.departedAt ? [{ value: 'DEPARTURE' as const, label: road.bookings.departed }] : []),
        ]}
      />
      <TextField
        pointer="/occurredAt"
        label={w.occurredAt}
        hint={w.correctHint(
          told ? localNow(zone, new Date(told)).replace('T', ' ') : '',
          zone.replace(/_/g, ' '),
        )}
        type="datetime-local"
        max={localNow(zone)}
        value={typed}
        onValue={setTyped}
      />
      <NoteField pointer="/reason" label={w.reason} value={reason} onValue={setReason} />
      <Button type="submit" look="primary" large pending={correct.isPending}>
        {w.correctNow}
      </Button>
    </Form>
  );
}
