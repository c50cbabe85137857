import { lazy, Suspense, useEffect, useState } from 'react';
import { sites } from '@/words/sites';
import { Button } from './Button';
import { degrees, rounded, understand, type Point } from './coordinates';
import { TextField } from './Form';
import { Skeleton } from './States';
import { useUnits } from './units';

const w = sites.points;
const leastMeters = 50;
const mostMeters = 5000;

/** The radius that the server uses where none is given. */
export const usualRadiusMeters = 200;

const PinCanvas = lazy(() => import('./map/PinCanvas'));

/** Why the server would refuse a radius, in the reader's units; null where it is right. */
export function radiusProblem(meters: number | null, show: (meters: number) => string): string | null {
  return meters === null || meters < leastMeters || meters > mostMeters
    ? w.radiusRange(show(leastMeters), show(mostMeters))
    : null;
}

/** Where a stop is exactly: by a pin, by typed or pasted coordinates, or by this device's own position. Also the radius of its fence. */
export function PointFields({
  pointer,
  radiusPointer,
  name,
  place,
  point,
  radiusMeters,
  onPoint,
  onRadius,
  here = false,
}: {
  /** Of the stop; the coordinates' pointers begin with it. */
  pointer: string;
  radiusPointer: string;
  /** As it is called on the screen. */
  name: string;
  place: Point;
  point: Point | null;
  /** Null while the typed text is no number. */
  radiusMeters: number | null;
  onPoint: (point: Point) => void;
  onRadius: (meters: number | null) => void;
  /** Whether the device may be at the stop itself, so that its position can be taken. */
  here?: boolean;
}) {
  const units = useUnits();
  const show = (meters: number) => units.show('radius', meters);
  const [radius, setRadius] = useState(units.fromSi('radius', radiusMeters));
  return (
    <div className="flex flex-col gap-4">
      {here && <UseMine onPoint={onPoint} />}
      <Coordinates pointer={`${pointer}/latitude`} point={point} onPoint={onPoint} />
      <TextField
        pointer={radiusPointer}
        label={w.radius}
        hint={w.radiusHint(show(leastMeters), show(mostMeters))}
        unit={units.name('radius')}
        inputMode="numeric"
        value={radius}
        problem={radiusProblem(radiusMeters, show) ?? undefined}
        onValue={(typed) => {
          setRadius(typed);
          onRadius(units.toSi('radius', typed));
        }}
      />
      <Suspense fallback={<Skeleton rows={4} />}>
        <PinCanvas
          label={w.map(name)}
          start={place}
          point={point}
          radiusMeters={
            radiusMeters && radiusMeters <= mostMeters ? Math.max(radiusMeters, 1) : usualRadiusMeters
          }
          onPoint={onPoint}
        />
      </Suspense>
    </div>
  );
}

/** Coordinates that are typed or pasted. A pin that is set in another way is shown here, too. */
function Coordinates({
  pointer,
  point,
  onPoint,
}: {
  pointer: string;
  point: Point | null;
  onPoint: (point: Point) => void;
}) {
  const [typed, setTyped] = useState(point ? degrees(point) : '');
  const latitude = point?.latitude;
  const longitude = point?.longitude;
  useEffect(() => {
    if (latitude === undefined || longitude === undefined) return;
    setTyped((before) => {
      const said = understand(before);
      const same =
        said?.kind === 'point' && said.point.latitude === latitude && said.point.longitude === longitude;
      return same ? before : degrees({ latitude, longitude });
    });
  }, [latitude, longitude]);
  const understood = typed.trim() ? understand(typed) : null;
  const problem = !typed.trim()
    ? undefined
    : !understood
      ? w.unreadable
      : understood.kind === 'outside'
        ? w.outside
        : understood.kind === 'link'
          ? w.link
          : undefined;
  return (
    <>
      <TextField
        pointer={pointer}
        label={w.coordinates}
        hint={w.coordinatesHint}
        autoComplete="off"
        value={typed}
        problem={problem}
        onValue={(text) => {
          setTyped(text);
          const said = understand(text);
          if (said?.kind === 'point') onPoint(said.point);
        }}
      />
      {understood?.kind === 'point' && understood.swapped && <p className="text-secondary">{w.swapped}</p>}
    </>
  );
}

function UseMine({ onPoint }: { onPoint: (point: Point) => void }) {
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState(false);
  function ask(): void {
    if (!('geolocation' in navigator)) {
      setSaid(w.noPosition);
      return;
    }
    setAsking(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setAsking(false);
        setSaid(w.mineUsed(Math.round(coords.accuracy)));
        onPoint(rounded(coords));
      },
      () => {
        setAsking(false);
        setSaid(w.noPosition);
      },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 5000 },
    );
  }
  return (
    <div className="flex flex-col gap-2">
      <Button large pending={asking} onClick={ask}>
        {w.useMine}
      </Button>
      <p role="status" className="text-secondary">
        {said}
      </p>
    </div>
  );
}
