import { useRef, useState, type RefObject } from 'react';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { keep, useKeptActions, type KeptAction } from '@/api/kept';
import { Problem } from '@/api/problem';
import type { Booking, BookingStop, StoredDocument } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { FileDrop, fileProblem } from '@/components/FileDrop';
import { Form, NoteField, SelectField, TextField, useFormErrors } from '@/components/Form';
import { instantAt, localNow } from '@/components/time';
import { words } from '@/words';
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

/** Sends what happened on the road, or keeps it here with its time where no server can be reached. */
async function tellOrKeep(
  bookingId: string,
  verb: KeptAction['verb'],
  body: { stop?: number; reason?: string; occurredAt?: string },
  key: string,
): Promise<'sent' | 'kept'> {
  const now = new Date().toISOString();
  try {
    await post(`/bookings/${bookingId}/${verb}`, body, { idempotencyKey: key });
    return 'sent';
  } catch (fault) {
    if (Problem.of(fault).status !== 0) throw fault;
    keep({ bookingId, verb, body: { ...body, occurredAt: body.occurredAt ?? now } });
    return 'kept';
  }
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
    (body: { occurredAt?: string }, key) => tellOrKeep(booking.id, 'dispatch', body, key),
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
  const tell = useCommand(
    (body: { stop: number; reason: string; occurredAt?: string }, key) =>
      tellOrKeep(booking.id, action, body, key),
    (outcome) => {
      onDone();
      announce(outcome === 'sent' ? w.told[action](stop.place.name) : words.kept.saved);
    },
  );
  function submit(): void {
    const text = reason === 'other' ? other.trim() : w.reasons[reason];
    errors.show(text ? [] : [{ pointer: '/reason', detail: words.forms.required(w.reason) }]);
    if (!text) return;
    tell.mutate(
      { stop: stop.sequence, reason: text, occurredAt: when.occurredAt() },
      { onError: errors.showProblem },
    );
  }
  return (
    <Form errors={errors} onSubmit={submit} label={w.atStop[action](stop.place.name)}>
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
      <Button type="submit" look="primary" large pending={tell.isPending}>
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

async function stored(
  booking: Booking,
  file: File | null,
  kept: RefObject<{ file: File; id: string } | null>,
): Promise<string | undefined> {
  if (!file) return undefined;
  if (kept.current?.file === file) return kept.current.id;
  const form = new FormData();
  form.set('bookingId', booking.id);
  form.set('file', file);
  const document = await post<StoredDocument>('/documents', form);
  kept.current = { file, id: document.id };
  return document.id;
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
  // A file that arrived before the delivery was refused is not sent again.
  const kept = useRef<{ file: File; id: string } | null>(null);
  const deliver = useCommand(
    async (body: { receivedBy: string; occurredAt?: string }, key) => {
      const documentId = await stored(booking, file, kept);
      return post(
        `/bookings/${booking.id}/deliver`,
        { ...body, ...(await whereabouts()), documentId },
        { idempotencyKey: key },
      );
    },
    () => {
      onDone();
      announce(w.delivered);
    },
  );
  function submit(): void {
    const wrongFile = file && fileProblem(file);
    const wrong = [
      ...(receivedBy.trim() ? [] : [{ pointer: '/receivedBy', detail: words.forms.required(w.receivedBy) }]),
      ...(wrongFile ? [{ pointer: '/file', detail: wrongFile }] : []),
    ];
    errors.show(wrong);
    if (wrong.length > 0) return;
    deliver.mutate(
      { receivedBy: receivedBy.trim(), occurredAt: when.occurredAt() },
      { onError: errors.showProblem },
    );
  }
  return (
    <Form errors={errors} onSubmit={submit} label={w.atStop.deliver(site.place.name)}>
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
