import { attribute, type EditField } from '@/components/useEdit';
import { typedCapacityText } from '@/components/CapacityFields';
import { degrees } from '@/components/coordinates';
import { placeName } from '@/components/placeName';
import type { Units } from '@/components/units';
import { terms } from '@/words/terms';
import { inLegs, radiusOf, type DraftStop, type LoadDraft } from './draft';
import { words as w } from './words';

/** The fields in which two drafts of a load can differ: stop by stop where both have the same number of stops, then the freight and the price. */
export function loadFields(units: Units): (one: LoadDraft, other: LoadDraft) => EditField<LoadDraft>[] {
  return (one, other) => {
    const stops =
      one.stops.length === other.stops.length
        ? one.stops.flatMap((_, index) => stopFields(index, units))
        : [wholeRoute];
    return [
      ...stops,
      attribute('equipment', terms.loads.equipment, (value) => (value ? terms.equipment[value] : '')),
      attribute('mode', w.mode, (value) => terms.mode[value]),
      attribute('cargo', terms.loads.cargo, (value) => typedCapacityText(value, units)),
      attribute('commodity', w.commodity),
      attribute('notes', w.notes),
      {
        name: 'price',
        label: terms.loads.price,
        value: (draft) => [draft.pricing, draft.price, draft.currency],
        show: (draft) =>
          draft.pricing === 'fixed' && !inLegs(draft)
            ? `${draft.price} ${draft.currency}`
            : terms.loads.bidsIn(draft.currency),
        take: (into, { pricing, price, currency }) => ({ ...into, pricing, price, currency }),
      },
    ];
  };
}

const windowText = (stop: DraftStop) =>
  w.windowSummary(
    stop.start.replace('T', ' '),
    stop.end.replace('T', ' '),
    stop.place?.zone.replace(/_/g, ' ') ?? '',
  );

/**
 * A place that was searched for and the same place in a load have different attributes beside their id, so only ids are compared. Without a point there is no
 * fence to compare either.
 */
const byPlaceId = (stop: Partial<DraftStop>) =>
  'place' in stop
    ? {
        ...stop,
        place: stop.place?.id ?? null,
        point: stop.point ?? null,
        radiusMeters: stop.point ? stop.radiusMeters : null,
      }
    : stop;

/** The point in words, since two drafts may differ in nothing else. */
function pointText(stop: DraftStop, units: Units): string {
  if (!stop.point) return w.stopCityOnly;
  const radius = radiusOf(stop);
  return w.stopPoint(degrees(stop.point), radius === null ? null : units.show('radius', radius));
}

/** The parts of a stop that are compared. Everything that is not named here belongs to the place. */
function stopFields(index: number, units: Units): EditField<LoadDraft>[] {
  const part = (
    name: string,
    label: string,
    pick: (stop: DraftStop) => Partial<DraftStop>,
    show: (stop: DraftStop) => string,
  ): EditField<LoadDraft> => ({
    name: `stops.${index}.${name}`,
    label: w.stopField(index + 1, label),
    value: (draft) => draft.stops[index] && byPlaceId(pick(draft.stops[index])),
    show: (draft) => (draft.stops[index] && show(draft.stops[index])) || terms.none,
    take: (into, from) => ({
      ...into,
      stops: into.stops.map((stop, at) => (at === index ? { ...stop, ...pick(from.stops[index]!) } : stop)),
    }),
  });
  return [
    part(
      'place',
      terms.loads.place,
      ({ key: _, contactName: _name, contactPhone: _phone, start: _start, end: _end, ...place }) => place,
      (stop) =>
        [
          terms.stopKind[stop.kind],
          stop.place && placeName(stop.place),
          stop.address,
          stop.place && pointText(stop, units),
        ]
          .filter(Boolean)
          .join(', '),
    ),
    part(
      'contact',
      w.contact,
      ({ contactName, contactPhone }) => ({ contactName, contactPhone }),
      (stop) => [stop.contactName, stop.contactPhone].filter(Boolean).join(', '),
    ),
    part('window', w.windowField, ({ start, end }) => ({ start, end }), windowText),
  ];
}

const wholeRoute: EditField<LoadDraft> = {
  name: 'stops',
  label: w.stepStops,
  value: (draft) => draft.stops.map(({ key: _, ...stop }) => stop),
  show: (draft) =>
    draft.stops
      .map((stop) =>
        [
          w.stopSummary(terms.stopKind[stop.kind], stop.place ? placeName(stop.place) : terms.none),
          windowText(stop),
        ].join(', '),
      )
      .join('\n'),
  take: (into, from) => ({ ...into, stops: from.stops }),
};
