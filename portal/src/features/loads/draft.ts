import type { FieldProblem } from '@/api/problem';
import type { Equipment, Load, LoadIn, LoadMode, Place, StopKind } from '@/api/types';
import {
  capacityOf,
  capacityProblems,
  emptyCapacity,
  typedCapacity,
  type TypedCapacity,
} from '@/components/CapacityFields';
import { rounded, type Point } from '@/components/coordinates';
import { moneyOf, moneyProblems } from '@/components/MoneyField';
import { radiusProblem, usualRadiusMeters } from '@/components/PointField';
import { existing } from '@/components/time';
import type { Units } from '@/components/units';
import { windowProblems, type TypedWindow } from '@/components/windows';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';
import { words } from './words';

/** A load while it is being written. It is kept as typed, so that nothing is lost or rounded on the way. */
export interface LoadDraft {
  stops: DraftStop[];
  equipment: Equipment | '';
  mode: LoadMode;
  cargo: TypedCapacity;
  commodity: string;
  notes: string;
  pricing: 'fixed' | 'bids';
  price: string;
  currency: string;
}

export interface DraftStop {
  key: number;
  kind: StopKind;
  place: Place | null;
  /** The exact point; left out where only the city is known. */
  point?: Point | null;
  /** The radius of the fence around the point; null while the typed text is no number. */
  radiusMeters?: number | null;
  address: string;
  contactName: string;
  contactPhone: string;
  start: string;
  end: string;
  /** A leg begins here; the one before it ends with the delivery before this stop. */
  handover?: boolean;
}

let keys = 0;

export function emptyStop(kind: StopKind): DraftStop {
  return {
    key: Date.now() * 100 + (keys++ % 100),
    kind,
    place: null,
    point: null,
    radiusMeters: usualRadiusMeters,
    address: '',
    contactName: '',
    contactPhone: '',
    start: '',
    end: '',
  };
}

export function emptyDraft(): LoadDraft {
  return {
    stops: [emptyStop('PICKUP'), emptyStop('DELIVERY')],
    equipment: '',
    mode: 'FULL',
    cargo: emptyCapacity,
    commodity: '',
    notes: '',
    pricing: 'fixed',
    price: '',
    currency: 'USD',
  };
}

export function draftOf(load: Load, units: Units): LoadDraft {
  return {
    stops: load.stops.map((stop) => ({
      handover: load.legs.some((leg) => leg.sequence > 0 && leg.fromStop === stop.sequence),
      ...emptyStop(stop.kind),
      place: stop.place,
      point: stop.precision === 'POINT' ? rounded(stop.place) : null,
      radiusMeters: stop.fence?.radiusMeters ?? usualRadiusMeters,
      address: stop.address ?? '',
      contactName: stop.contactName ?? '',
      contactPhone: stop.contactPhone ?? '',
      start: stop.window.startLocal.slice(0, 16),
      end: stop.window.endLocal.slice(0, 16),
    })),
    equipment: load.equipment,
    mode: load.mode,
    cargo: typedCapacity(load.cargo, units),
    commodity: load.commodity ?? '',
    notes: load.notes ?? '',
    pricing: load.price ? 'fixed' : 'bids',
    price: load.price?.amount ?? '',
    currency: load.price?.currency ?? load.currency,
  };
}

/** The times as typed, each on the clock of its stop. */
export function typedWindows(stops: DraftStop[]): TypedWindow[] {
  return stops.map(({ kind, place, start, end }) => ({ kind, zone: place?.zone ?? null, start, end }));
}

export function stopProblems(draft: LoadDraft, units: Units, now: number): FieldProblem[] {
  const windows = windowProblems(typedWindows(draft.stops), now);
  return draft.stops.flatMap((stop, index) => {
    const at = `/stops/${index}`;
    const problems: FieldProblem[] = [];
    if (!stop.place) problems.push({ pointer: `${at}/placeId`, detail: terms.loads.choosePlace });
    const before = draft.stops[index - 1];
    if (
      stop.handover &&
      (stop.kind !== 'PICKUP' || before?.kind !== 'DELIVERY' || before.place?.id !== stop.place?.id)
    ) {
      problems.push({ pointer: `${at}/placeId`, detail: words.handoverPlace });
    }
    if (!stop.start)
      problems.push({ pointer: `${at}/windowStart`, detail: inputs.forms.required(terms.time.earliest) });
    if (!stop.end)
      problems.push({ pointer: `${at}/windowEnd`, detail: inputs.forms.required(terms.time.latest) });
    const radius = stop.point && radiusProblem(radiusOf(stop), (meters) => units.show('radius', meters));
    if (radius) problems.push({ pointer: `${at}/fence/radiusMeters`, detail: radius });
    return [...problems, ...windows.filter(({ pointer }) => pointer.startsWith(`${at}/`))];
  });
}

export function cargoProblems(draft: LoadDraft): FieldProblem[] {
  return [
    ...(draft.equipment
      ? []
      : [{ pointer: '/equipment', detail: inputs.forms.choose(terms.loads.equipment) }]),
    ...capacityProblems('/cargo', draft.cargo, true),
  ];
}

export function priceProblems(draft: LoadDraft): FieldProblem[] {
  return draft.pricing === 'bids' || inLegs(draft)
    ? []
    : moneyProblems('/price', terms.loads.price, draft.price, draft.currency);
}

/** The radius of a stop. A draft that this browser kept before stops had points has none. */
export function radiusOf(stop: DraftStop): number | null {
  return stop.radiusMeters === undefined ? usualRadiusMeters : stop.radiusMeters;
}

/** Whether several carriers carry the load, one after the other. */
export function inLegs(draft: LoadDraft): boolean {
  return draft.stops.some((stop) => stop.handover);
}

function legsOf(stops: DraftStop[]): { fromStop: number; toStop: number }[] {
  const begins = stops.flatMap((stop, index) => (index === 0 || stop.handover ? [index] : []));
  return begins.map((fromStop, leg) => ({ fromStop, toStop: (begins[leg + 1] ?? stops.length) - 1 }));
}

export function loadOf(draft: LoadDraft, units: Units, keptAsDraft: boolean): LoadIn {
  return {
    draft: keptAsDraft,
    equipment: draft.equipment as Equipment,
    mode: draft.mode,
    cargo: capacityOf(draft.cargo, units),
    commodity: draft.commodity.trim() || undefined,
    notes: draft.notes.trim() || undefined,
    stops: draft.stops.map((stop) => ({
      kind: stop.kind,
      placeId: stop.place!.id,
      ...(stop.point ? { ...stop.point, fence: { radiusMeters: radiusOf(stop)! } } : {}),
      address: stop.address.trim() || undefined,
      contactName: stop.contactName.trim() || undefined,
      contactPhone: stop.contactPhone.trim() || undefined,
      windowStart: existing(stop.start, stop.place!.zone),
      windowEnd: existing(stop.end, stop.place!.zone),
    })),
    ...(inLegs(draft) ? { legs: legsOf(draft.stops) } : {}),
    ...(draft.pricing === 'fixed' && !inLegs(draft)
      ? { price: moneyOf(draft.price, draft.currency)! }
      : { bids: { currency: draft.currency } }),
  };
}
