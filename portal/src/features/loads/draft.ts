import type { FieldProblem } from '@/api/problem';
import type { Equipment, Load, LoadIn, LoadMode, Place, StopKind } from '@/api/types';
import {
  capacityOf,
  capacityProblems,
  emptyCapacity,
  typedCapacity,
  type TypedCapacity,
} from '@/components/CapacityFields';
import { moneyOf, moneyProblems } from '@/components/MoneyField';
import type { Units } from '@/components/units';
import { words } from '@/words';

/** A load while it is being written: as typed, so that nothing is lost or rounded on the way. */
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
  address: string;
  contactName: string;
  contactPhone: string;
  start: string;
  end: string;
  /** A leg begins here: the one before ends with the delivery before it. */
  handover?: boolean;
}

let keys = 0;

export function emptyStop(kind: StopKind): DraftStop {
  return {
    key: Date.now() * 100 + (keys++ % 100),
    kind,
    place: null,
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

export function stopProblems(draft: LoadDraft): FieldProblem[] {
  return draft.stops.flatMap((stop, index) => {
    const at = `/stops/${index}`;
    const problems: FieldProblem[] = [];
    if (!stop.place) problems.push({ pointer: `${at}/placeId`, detail: words.loads.choosePlace });
    const before = draft.stops[index - 1];
    if (
      stop.handover &&
      (stop.kind !== 'PICKUP' || before?.kind !== 'DELIVERY' || before.place?.id !== stop.place?.id)
    ) {
      problems.push({ pointer: `${at}/placeId`, detail: words.loads.handoverPlace });
    }
    if (!stop.start)
      problems.push({ pointer: `${at}/windowStart`, detail: words.forms.required(words.time.earliest) });
    if (!stop.end)
      problems.push({ pointer: `${at}/windowEnd`, detail: words.forms.required(words.time.latest) });
    if (stop.start && stop.end && stop.end <= stop.start) {
      problems.push({ pointer: `${at}/windowEnd`, detail: words.loads.windowBackwards });
    }
    return problems;
  });
}

export function cargoProblems(draft: LoadDraft): FieldProblem[] {
  return [
    ...(draft.equipment
      ? []
      : [{ pointer: '/equipment', detail: words.forms.choose(words.loads.equipment) }]),
    ...capacityProblems('/cargo', draft.cargo, true),
  ];
}

export function priceProblems(draft: LoadDraft): FieldProblem[] {
  return draft.pricing === 'bids' || inLegs(draft)
    ? []
    : moneyProblems('/price', words.loads.price, draft.price, draft.currency);
}

/** More than one carrier carries it, one after the other. */
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
      address: stop.address.trim() || undefined,
      contactName: stop.contactName.trim() || undefined,
      contactPhone: stop.contactPhone.trim() || undefined,
      windowStart: stop.start,
      windowEnd: stop.end,
    })),
    ...(inLegs(draft) ? { legs: legsOf(draft.stops) } : {}),
    ...(draft.pricing === 'fixed' && !inLegs(draft)
      ? { price: moneyOf(draft.price, draft.currency)! }
      : { bids: { currency: draft.currency } }),
  };
}
