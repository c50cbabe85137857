import { useRef, useState } from 'react';
import { useCommand } from '@/api/command';
import { newKey } from '@/api/http';
import type { Booking, BookingStop } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { FileDrop, fileProblem } from '@/components/FileDrop';
import { Form, NoteField, SelectField, TextField, useFormErrors } from '@/components/Form';
import { instantAt, localNow } from '@/components/time';
import { useUnits } from '@/components/units';
import { tell, type KeptFile } from '@/device/kept';
import { inputs } from '@/words/inputs';
import { road } from '@/words/road';
import { terms } from '@/words/terms';
import type { RoadBody, RoadVerb } from './keepables';
import { NotKept } from './NotKept';
import { OddStep, useOdd } from './OddStep';
import { oddOf } from './odd';
import type { RoadAction } from './progress';
import { words as w } from './words';

/** The content of the dialog of an action on the road. */
export function RoadForm({
  booking,
  stop,
  action,
  onDone,
}: {
  booking: Booking;
  stop: BookingStop | null;
  action: RoadAction;
  onDone: () => void;
}) {
  if (action === 'dispatch') return <Dispatch booking={booking} onDone={onDone} />;
  if (action === 'deliver') return <Deliver booking={booking} stop={stop} onDone={onDone} />;
  return stop && <ByHand booking={booking} stop={stop} action={action} onDone={onDone} />;
}

/** Tells what happened on the road: the report is kept here with its time first, and sent when a server can be reached. */
function tellOf(
  booking: Booking,
  stop: BookingStop,
  verb: RoadVerb,
  body: Partial<RoadBody>,
  file?: KeptFile,
): Promise<'sent' | 'kept'> {
  return tell({
    about: booking.id,
    reference: booking.reference,
    place: stop.place.name,
    zone: stop.place.zone,
    name: verb,
    timeIsTold: body.occurredAt !== undefined,
    body: { ...body, occurredAt: body.occurredAt ?? new Date().toISOString() },
    ...(file && { file }),
  });
}

function useWhen(zone: string): {
  field: React.ReactNode;
  occurredAt: () => string | undefined;
  /** What is odd about telling it at that time. */
  odd: (booking: Booking, stop: BookingStop, verb: RoadVerb) => string[];
} {
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const units = useUnits();
  return {
    field: (
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
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
    odd: (booking, stop, verb) => {
      const now = Date.now();
      const at = typed ? Date.parse(instantAt(typed, zone)) : now;
      return oddOf(booking, { verb, stop, at, typed: typed !== '' }, now, units);
    },
  };
}

function Dispatch({ booking, onDone }: { booking: Booking; onDone: () => void }) {
  const errors = useFormErrors();
  const when = useWhen(booking.stops[0]!.place.zone);
  const odd = useOdd();
  const dispatch = useCommand(
    (body: { occurredAt?: string }) => tellOf(booking, booking.stops[0]!, 'dispatch', body),
    (outcome) => {
      onDone();
      announce(outcome === 'sent' ? w.dispatched : w.kept.saved);
    },
  );
  const send = () =>
    dispatch.mutate({ occurredAt: when.occurredAt() }, { onError: odd.backWith(errors.showProblem) });
  if (odd.asked) return <OddStep asked={odd.asked} pending={dispatch.isPending} onBack={odd.back} />;
  return (
    <Form
      errors={errors}
      label={w.dispatch}
      onSubmit={() => odd.tell(when.odd(booking, booking.stops[0]!, 'dispatch'), send)}
    >
      <NotKept problem={dispatch.error} what={w.dispatch} />
      <p>
        {(booking.forAnother ? w.dispatchTextForAnother : w.dispatchText)(
          booking.driver?.name ?? terms.none,
          booking.vehicle?.name ?? terms.none,
          booking.buyer.name,
        )}
      </p>
      {when.field}
      <Button type="submit" look="primary" large autoFocus={odd.returned} pending={dispatch.isPending}>
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
  const odd = useOdd();
  const [reason, setReason] = useState<(typeof reasons)[number]>('signal');
  const [other, setOther] = useState('');
  const telling = useCommand(
    (body: { stop: number; reason: string; occurredAt?: string }) => tellOf(booking, stop, action, body),
    (outcome) => {
      onDone();
      announce(outcome === 'sent' ? w.told[action](stop.place.name) : w.kept.saved);
    },
  );
  function submit(): void {
    const text = reason === 'other' ? other.trim() : w.reasons[reason];
    errors.show(text ? [] : [{ pointer: '/reason', detail: inputs.forms.required(w.reason) }]);
    if (!text) return;
    odd.tell(when.odd(booking, stop, action), () =>
      telling.mutate(
        { stop: stop.sequence, reason: text, occurredAt: when.occurredAt() },
        { onError: odd.backWith(errors.showProblem) },
      ),
    );
  }
  if (odd.asked) return <OddStep asked={odd.asked} pending={telling.isPending} onBack={odd.back} />;
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
      <Button type="submit" look="primary" large autoFocus={odd.returned} pending={telling.isPending}>
        {w.confirmStop[action]}
      </Button>
    </Form>
  );
}

interface Whereabouts {
  latitude: number;
  longitude: number;
}

/**
 * Where this device is, if it answers within a few seconds. A proof without a position is better than no proof, and better than one that claims the site's
 * position.
 */
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
  const odd = useOdd();
  const [receivedBy, setReceivedBy] = useState('');
  const [file, setFile] = useState<File | null>(null);
  // The same file has one key, however often its delivery is told.
  const photo = useRef<KeptFile | null>(null);
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
      announce(outcome === 'sent' ? w.delivered : w.kept.saved);
    },
  );
  const send = (withPhoto: boolean) =>
    deliver.mutate(
      { receivedBy: receivedBy.trim(), occurredAt: when.occurredAt(), photo: withPhoto },
      { onError: odd.backWith(errors.showProblem) },
    );
  function submit(): void {
    const wrongFile = file && fileProblem(file);
    const wrong = [
      ...(receivedBy.trim()
        ? []
        : [{ pointer: '/receivedBy', detail: inputs.forms.required(road.bookings.receivedBy) }]),
      ...(wrongFile ? [{ pointer: '/file', detail: wrongFile }] : []),
    ];
    errors.show(wrong);
    if (wrong.length === 0) odd.tell(when.odd(booking, site, 'deliver'), () => send(true));
  }
  if (odd.asked) return <OddStep asked={odd.asked} pending={deliver.isPending} onBack={odd.back} />;
  return (
    <Form errors={errors} onSubmit={submit} label={w.atStop.deliver(site.place.name)}>
      <NotKept problem={deliver.error} what={w.atStop.deliver(site.place.name)}>
        {file && <Button onClick={() => send(false)}>{w.device.withoutPhoto}</Button>}
      </NotKept>
      <TextField
        pointer="/receivedBy"
        label={road.bookings.receivedBy}
        autoComplete="off"
        value={receivedBy}
        onValue={setReceivedBy}
      />
      <FileDrop pointer="/file" label={w.proofFile} value={file} onValue={setFile} />
      <p className="text-secondary">{w.positionNote}</p>
      {when.field}
      <Button type="submit" look="primary" large autoFocus={odd.returned} pending={deliver.isPending}>
        {w.confirmDelivery}
      </Button>
    </Form>
  );
}
