import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { queries } from '@/api/queries';
import type { Place } from '@/api/types';
import { Button } from '@/components/Button';
import { SelectField, TextField, type FormErrors } from '@/components/Form';
import type { Point } from '@/components/coordinates';
import { PointFields } from '@/components/PointField';
import { PointText } from '@/components/PointText';
import { StopList } from '@/components/StopList';
import { useNow } from '@/components/useNow';
import { WindowField } from '@/components/WindowField';
import { isLateEntry, windowProblems } from '@/components/windows';
import { sites } from '@/words/sites';
import { terms } from '@/words/terms';
import { emptyStop, radiusOf, typedWindows, type DraftStop } from './draft';
import { words as w } from './words';

/** What is handed over at this place is picked up at the same place, unless another place was chosen for that already. */
function withPlace(stops: DraftStop[], index: number, where: Where): DraftStop[] {
  return stops.map((stop, at) =>
    at === index || (at === index + 1 && stop.handover && stop.place?.id === stops[index]?.place?.id)
      ? { ...stop, ...where }
      : stop,
  );
}

type Where = Partial<Pick<DraftStop, 'place' | 'point' | 'radiusMeters'>>;

/** The stops of a load in their order. Some of them may be handovers between two carriers. */
export function StopFields({
  stops,
  onStops,
  errors,
}: {
  stops: DraftStop[];
  onStops: (stops: DraftStop[]) => void;
  errors: FormErrors;
}) {
  const now = useNow(60_000);
  const windows = typedWindows(stops);
  const wrong = windowProblems(windows, now);
  function change(index: number, part: Partial<DraftStop>): void {
    onStops(stops.map((stop, at) => (at === index ? { ...stop, ...part } : stop)));
  }
  const place = (index: number, where: Where) => onStops(withPlace(stops, index, where));
  return (
    <StopList
      stops={stops}
      onStops={onStops}
      errors={errors}
      newStop={() => emptyStop('DELIVERY')}
      legend={(stop, index) => w.stop(index + 1, terms.stopKind[stop.kind])}
      placeHint={sites.points.searchHint}
      onPlace={(index, found, point) => place(index, { place: found, point })}
      before={(stop, index) =>
        stop.handover ? (
          <p className="text-secondary">
            {terms.loads.handover(stops.slice(0, index + 1).filter((each) => each.handover).length + 1)}
          </p>
        ) : (
          stops.length > 2 && (
            <SelectField
              pointer={`/stops/${index}/kind`}
              label={w.stopKind}
              value={stop.kind}
              onValue={(kind) => change(index, { kind })}
              choices={[
                { value: 'PICKUP', label: terms.stopKind.PICKUP },
                { value: 'DELIVERY', label: terms.stopKind.DELIVERY },
              ]}
            />
          )
        )
      }
      more={
        <>
          <Button
            onClick={() => {
              errors.show([]);
              onStops([
                ...stops.slice(0, -1),
                emptyStop('DELIVERY'),
                { ...emptyStop('PICKUP'), handover: true },
                ...stops.slice(-1),
              ]);
            }}
          >
            {w.addHandover}
          </Button>
          <p className="basis-full text-secondary">{w.addHandoverHint}</p>
        </>
      }
    >
      {(stop, index) => (
        <>
          {stop.place && (
            <StopPoint
              index={index}
              stop={stop}
              place={stop.place}
              onWhere={(where) => place(index, where)}
            />
          )}
          <WindowField
            pointer={`/stops/${index}`}
            value={{ start: stop.start, end: stop.end }}
            onValue={({ start, end }) => change(index, { start, end })}
            zone={stop.place?.zone ?? null}
            problems={{
              start: wrong.find(({ pointer }) => pointer === `/stops/${index}/windowStart`)?.detail,
              end: wrong.find(({ pointer }) => pointer === `/stops/${index}/windowEnd`)?.detail,
            }}
            note={isLateEntry(windows[index]!, now) ? w.windows.late : undefined}
          />
          <SiteDetails index={index} stop={stop} onDetails={(part) => change(index, part)} />
        </>
      )}
    </StopList>
  );
}

function SiteDetails({
  index,
  stop,
  onDetails,
}: {
  index: number;
  stop: DraftStop;
  onDetails: (part: Partial<Pick<DraftStop, 'address' | 'contactName' | 'contactPhone'>>) => void;
}) {
  return (
    <details open={Boolean(stop.address || stop.contactName || stop.contactPhone)}>
      <summary className="min-h-6 py-1 text-accent">{w.siteDetails}</summary>
      <div className="mt-3 flex flex-col gap-4">
        <p className="text-secondary">{w.siteDetailsHint}</p>
        <TextField
          pointer={`/stops/${index}/address`}
          label={w.address}
          optional
          value={stop.address}
          onValue={(address) => onDetails({ address })}
        />
        <TextField
          pointer={`/stops/${index}/contactName`}
          label={w.contactName}
          optional
          value={stop.contactName}
          onValue={(contactName) => onDetails({ contactName })}
        />
        <TextField
          pointer={`/stops/${index}/contactPhone`}
          label={w.contactPhone}
          optional
          type="tel"
          value={stop.contactPhone}
          onValue={(contactPhone) => onDetails({ contactPhone })}
        />
      </div>
    </details>
  );
}

/** Whether only the city is known or also the point, and the map on which the point is set. */
function StopPoint({
  index,
  stop,
  place,
  onWhere,
}: {
  index: number;
  stop: DraftStop;
  place: Place;
  onWhere: (where: Where) => void;
}) {
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const asked = useRef(0);
  const latest = useRef(onWhere);
  latest.current = onWhere;
  const p = sites.points;
  const name = w.stop(index + 1, terms.stopKind[stop.kind]);
  const radiusMeters = radiusOf(stop);

  /** The place becomes the one nearest to the pin, and the times are on that place's clock. */
  async function setPoint(point: Point): Promise<void> {
    const turn = ++asked.current;
    onWhere({ point });
    const near = await client
      .fetchQuery(queries.placeNear(point.latitude, point.longitude))
      .catch(() => null);
    const nearest = near?.items[0];
    if (nearest && turn === asked.current) latest.current({ place: nearest, point });
  }

  return (
    <div className="flex flex-col gap-3">
      <p>
        <PointText place={place} point={stop.point} radiusMeters={stop.point && radiusMeters} />
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          aria-expanded={open}
          aria-label={(open ? p.hideOf : stop.point ? p.moveOf : p.setOf)(name)}
          onClick={() => setOpen(!open)}
        >
          {open ? p.hide : stop.point ? p.move : p.set}
        </Button>
        {stop.point && (
          <Button
            aria-label={p.removeOf(name)}
            onClick={() => {
              asked.current++;
              onWhere({ point: null });
            }}
          >
            {p.remove}
          </Button>
        )}
      </div>
      {open && (
        <PointFields
          pointer={`/stops/${index}`}
          radiusPointer={`/stops/${index}/fence/radiusMeters`}
          name={name}
          place={place}
          point={stop.point ?? null}
          radiusMeters={radiusMeters}
          onPoint={(point) => void setPoint(point)}
          onRadius={(meters) => onWhere({ radiusMeters: meters })}
        />
      )}
    </div>
  );
}
