import type { ReactNode } from 'react';
import type { Place } from '@/api/types';
import { sites } from '@/words/sites';
import { terms } from '@/words/terms';
import { Button } from './Button';
import type { Point } from './coordinates';
import type { FormErrors } from './Form';
import { PlacePicker } from './PlacePicker';

/** What every stop of a form has, whatever else the form asks about it. */
export interface ListedStop {
  key: number;
  place: Place | null;
}

const w = sites.stops;

/**
 * The stops of a form in their order, each in a panel that begins with its place. A new stop is added before the last one. Buttons move and remove a stop, so
 * that no dragging is needed; at least two stops always stay.
 */
export function StopList<S extends ListedStop>({
  stops,
  onStops,
  errors,
  newStop,
  legend,
  placeHint,
  onPlace,
  before,
  children,
  more,
}: {
  stops: S[];
  onStops: (stops: S[]) => void;
  /** Errors name stops by their number, so they are cleared when the order changes. */
  errors: FormErrors;
  newStop: () => S;
  legend: (stop: S, index: number) => string;
  placeHint: string;
  /** @param point the exact point, when coordinates were typed or pasted */
  onPlace: (index: number, place: Place | null, point: Point | null) => void;
  /** What the form shows above the place. */
  before?: (stop: S, index: number) => ReactNode;
  /** The stop's fields below its place. */
  children: (stop: S, index: number) => ReactNode;
  /** Other ways to add stops. */
  more?: ReactNode;
}) {
  function inOrder(changed: S[]): void {
    errors.show([]);
    onStops(changed);
  }
  function move(index: number, by: number): void {
    const moved = [...stops];
    const [stop] = moved.splice(index, 1);
    moved.splice(index + by, 0, stop!);
    inOrder(moved);
  }
  return (
    <>
      {stops.map((stop, index) => (
        <fieldset key={stop.key} className="panel flex min-w-0 flex-col gap-4 p-4">
          <legend className="px-1 font-semibold">{legend(stop, index)}</legend>
          {before?.(stop, index)}
          <PlacePicker
            pointer={`/stops/${index}/placeId`}
            label={terms.loads.place}
            hint={placeHint}
            value={stop.place}
            onValue={(place, point) => onPlace(index, place, point)}
          />
          {children(stop, index)}
          {stops.length > 2 && (
            <div className="flex flex-wrap gap-2">
              {index > 0 && (
                <Button onClick={() => move(index, -1)} aria-label={w.moveUpLabel(index + 1)}>
                  {w.moveUp}
                </Button>
              )}
              {index < stops.length - 1 && (
                <Button onClick={() => move(index, 1)} aria-label={w.moveDownLabel(index + 1)}>
                  {w.moveDown}
                </Button>
              )}
              <Button
                look="danger"
                aria-label={terms.loads.removeStop(index + 1)}
                onClick={() => inOrder(stops.filter((_, at) => at !== index))}
              >
                {terms.actions.remove}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => inOrder([...stops.slice(0, -1), newStop(), ...stops.slice(-1)])}>
          {terms.loads.addStop}
        </Button>
        {more}
      </div>
    </>
  );
}
