import { useState } from 'react';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import type { Booking, BookingStop } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { rounded, type Point } from '@/components/coordinates';
import { Form, useFormErrors } from '@/components/Form';
import { PointFields, radiusProblem, usualRadiusMeters } from '@/components/PointField';
import { useUnits } from '@/components/units';
import { sites } from '@/words/sites';

const w = sites.points;

/** The content of the dialog in which somebody says where a stop is exactly. */
export function Pinpoint({
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
  const units = useUnits();
  const [point, setPoint] = useState<Point | null>(stop.precision === 'POINT' ? rounded(stop.place) : null);
  const [radiusMeters, setRadius] = useState<number | null>(stop.fence?.radiusMeters ?? usualRadiusMeters);
  const pinpoint = useCommand(
    (body: object, key) => post(`/bookings/${booking.id}/pinpoint`, body, { idempotencyKey: key }),
    () => {
      onDone();
      announce(w.saved(stop.place.name));
    },
  );
  function submit(): void {
    const radius = radiusProblem(radiusMeters, (meters) => units.show('radius', meters));
    const wrong = [
      ...(point ? [] : [{ pointer: '/latitude', detail: w.missing }]),
      ...(radius ? [{ pointer: '/radiusMeters', detail: radius }] : []),
    ];
    errors.show(wrong);
    if (wrong.length > 0) return;
    pinpoint.mutate({ stop: stop.sequence, ...point, radiusMeters }, { onError: errors.showProblem });
  }
  return (
    <Form errors={errors} onSubmit={submit} label={title}>
      <p className="text-secondary">{w.dialogText}</p>
      <PointFields
        pointer=""
        radiusPointer="/radiusMeters"
        name={stop.place.name}
        place={stop.place}
        point={point}
        radiusMeters={radiusMeters}
        onPoint={(chosen) => {
          errors.clear('/latitude');
          setPoint(chosen);
        }}
        onRadius={setRadius}
        here
      />
      <Button type="submit" look="primary" large pending={pinpoint.isPending}>
        {w.save}
      </Button>
    </Form>
  );
}
