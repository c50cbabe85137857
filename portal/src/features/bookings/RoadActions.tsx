import { useRef, useState } from 'react';
import { useCommand } from '@/api/command';
import { newKey } from '@/api/http';
import type { Booking, BookingStop } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { FileDrop, fileProblem } from '@/components/FileDrop';
import { Form, NoteField, SelectField, TextField, useFormErrors } from '@/components/Form';
import { instantAt, localNow } from '@/components/time';
import { tell, useKeptActions, type KeptPhoto, type RoadBody, type RoadVerb } from '@/device/kept';
import { words } from '@/words';
import { NotKept } from './NotKept';
import { nextStop, roadAction, withKept, type RoadAction } from './progress';

const w = words.bookings;

/** The one button for what happens next on the road; large enough for a thumb where it is the screen's purpose. */
export function NextRoadAction({ booking: known, large = false }: { booking: Booking; large?: boolean }) {
  const booking = withKept(known, useKeptActions());
  const action = roadAction(booking);
  const stop = nextStop(booking);
  if (!action) return null;
  return (
    <RoadButton key={action + stop?.sequence} booking={booking} stop={stop} action={action} large={large} />
  );
}

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
  const label = action === 'dispatch' ? w.dispatch : w.atStop[action](stop?.place.name ?? '');
  const close = () => setOpen(false);
  return (
    <>
      <Button look="primary" large={large} className={large ? 'w-full' : ''} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog title={label} open={open} onClose={close}>
        {action === 'dispatch' ? (
          <Dispatch booking={booking} onDone={close} />
        ) : action === 'deliver' ? (
          <Deliver booking={booking} stop={stop} onDone={close} />
        ) : (
          stop && <ByHand booking={booking} stop={stop} action={action} onDone={close} />
        )}
      </Dialog>
    </>
  );
}

/** Tells what happened on the road: kept here with its time first, and sent where a server can be reached. */
function tellOf(
  booking: Booking,
  stop: BookingStop,
  verb: RoadVerb,
  body: Partial<RoadBody>,
  photo?: KeptPhoto,
): Promise<'sent' | 'kept'> {
  return tell({
    bookingId: booking.id,
    tripId: booking.tripId,
    reference: booking.reference,
    place: stop.place.name,
    zone: stop.place.zone,
    verb,
    timeIsTold: body.occurredAt !== undefined,
    body: { ...body, occurredAt: body.occurredAt ?? new Date().toISOString() },
    ...(photo && { photo }),
  });
}

function useWhen(zone: string): {
  field: React.ReactNode;
  occurredAt: () => string | undefined;
} {
  const [typed, setTyped] = useState('');
  return {
    field: (
      <details>
        <summary className="min-h-6 py-1 text-accent">{w.happenedEarlier}</summary>
        <div className="mt-2">
          <TextField
            pointer="/occurredAt"
            label={w.occurredAt}
            hint={w.occurredAtHint(zone.replace(/_/g, ' '))}
            optional
            type="datetime-local"
            max={localNow(zone)}
            value={typed}
            onValue={setTyped}
          />
        </div>
      </details>
    ),
    occurredAt: () => (typed ? instantAt(typed, zone) : undefined),
  };
}

function Dispatch({ booking, onDone }: { booking: Booking; onDone: () => void }) {
  const errors = useFormErrors();
  const when = useWhen(booking.stops[0]!.place.zone);
  const dispatch = useCommand(
    (body: { occurredAt?: string }) => tellOf(booking, booking.stops[0]!, 'dispatch', body),
    (outcome) => {
      onDone();
      announce(outcome === 'sent' ? w.dispatched : words.kept.saved);
    },
  );
  return (
    <Form
      errors={errors}
      label={w.dispatch}
      onSubmit={() => dispatch.mutate({ occurredAt: when.occurredAt() }, { onError: errors.showProblem })}
    >
      <NotKept problem={dispatch.error} what={w.dispatch} />
      <p>
        {(booking.forAnother ? w.dispatchTextForAnother : w.dispatchText)(
          booking.driver?.name ?? words.none,
          booking.vehicle?.name ?? words.none,
          booking.buyer.name,
        )}
      </p>
      {when.field}
      <Button type="submit" look="primary" large pending={dispatch.isPending}>
        {w.dispatchNow}
      </Button>
    </Form>
  );
}

const reasons = ['signal', 'fence', 'entrance', 'other'] as const;

function ByHand({
  booking,
  stop,
  action,
  onDone,
}: {
  booking: Booking;
  stop: BookingStop;
  action: 'arrive' | 'depart';
  onDone: () => void;
}) {
  const errors = useFormErrors();
  const when = useWhen(stop.place.zone);
  const [reason, setReason] = useState<(typeof reasons)[number]>('signal');
  const [other, setOther] = useState('');
  const telling = useCommand(
    (body: { stop: number; reason: string; occurredAt?: string }) => tellOf(booking, stop, action, body),
    (outcome) => {
      onDone();
      announce(outcome === 'sent' ? w.told[action](stop.place.name) : words.kept.saved);
    },
  );
  function submit(): void {
    const text = reason === 'other' ? other.trim() : w.reasons[reason];
    errors.show(text ? [] : [{ pointer: '/reason', detail: words.forms.required(w.reason) }]);
    if (!text) return;
    telling.mutate(
      { stop: stop.sequence, reason: text, occurredAt: when.occurredAt() },
      { onError: errors.showProblem },
    );
  }
  return (
    <Form errors={errors} onSubmit={submit} label={w.atStop[action](stop.place.name)}>
      <NotKept problem={telling.error} what={w.atStop[action](stop.place.name)} />
      <p>{w.byHandText}</p>
      <SelectField
        pointer="/why"
        label={w.reason}
        value={reason}
        onValue={setReason}
        choices={reasons.map((value) => ({ value, label: w.reasons[value] }))}
      />
      {reason === 'other' && (
        <NoteField pointer="/reason" label={w.inWords} value={other} onValue={setOther} />
      )}
      {when.field}
      <Button type="submit" look="primary" large pending={telling.isPending}>
        {w.confirmStop[action]}
      </Button>
    </Form>
  );
}

interface Whereabouts {
  latitude: number;
  longitude: number;
}

/** Where this device is, if it says so within a few seconds. A proof without it is better than none, and than one that claims the site's. */
function whereabouts(): Promise<Whereabouts | null> {
  if (!('geolocation' in navigator)) return Promise.resolve(null);
  return new Promise((resolve) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ latitude: coords.latitude, longitude: coords.longitude }),
      () => resolve(null),
      { timeout: 5000, maximumAge: 60_000 },
    ),
  );
}

function Deliver({
  booking,
  stop,
  onDone,
}: {
  booking: Booking;
  stop: BookingStop | null;
  onDone: () => void;
}) {
  const errors = useFormErrors();
  const site = stop ?? booking.stops[booking.stops.length - 1]!;
  const when = useWhen(site.place.zone);
  const [receivedBy, setReceivedBy] = useState('');
  const [file, setFile] = useState<File | null>(null);
  // The same file goes under one key, however often its delivery is told.
  const photo = useRef<KeptPhoto | null>(null);
  const deliver = useCommand(
    async (body: { receivedBy: string; occurredAt?: string; photo: boolean }) => {
      if (file && photo.current?.file !== file) photo.current = { file, name: file.name, key: newKey() };
      return tellOf(
        booking,
        site,
        'deliver',
        { receivedBy: body.receivedBy, ...(await whereabouts()), occurredAt: body.occurredAt },
        (file && body.photo && photo.current) || undefined,
      );
    },
    (outcome) => {
      onDone();
      announce(outcome === 'sent' ? w.delivered : words.kept.saved);
    },
  );
  const send = (withPhoto: boolean) =>
    deliver.mutate(
      { receivedBy: receivedBy.trim(), occurredAt: when.occurredAt(), photo: withPhoto },
      { onError: errors.showProblem },
    );
  function submit(): void {
    const wrongFile = file && fileProblem(file);
    const wrong = [
      ...(receivedBy.trim() ? [] : [{ pointer: '/receivedBy', detail: words.forms.required(w.receivedBy) }]),
      ...(wrongFile ? [{ pointer: '/file', detail: wrongFile }] : []),
    ];
    errors.show(wrong);
    if (wrong.length === 0) send(true);
  }
  return (
    <Form errors={errors} onSubmit={submit} label={w.atStop.deliver(site.place.name)}>
      <NotKept problem={deliver.error} what={w.atStop.deliver(site.place.name)}>
        {file && <Button onClick={() => send(false)}>{words.device.withoutPhoto}</Button>}
      </NotKept>
      <TextField
        pointer="/receivedBy"
        label={w.receivedBy}
        autoComplete="off"
        value={receivedBy}
        onValue={setReceivedBy}
      />
      <FileDrop pointer="/file" label={w.proofFile} value={file} onValue={setFile} />
      <p className="text-secondary">{w.positionNote}</p>
      {when.field}
      <Button type="submit" look="primary" large pending={deliver.isPending}>
        {w.confirmDelivery}
      </Button>
    </Form>
  );
}
