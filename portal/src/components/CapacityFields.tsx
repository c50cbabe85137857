import type { FieldProblem } from '@/api/problem';
import type { Capacity } from '@/api/types';
import { inputs } from '@/words/inputs';
import { TextField } from './Form';
import { number, useUnits, type Units } from './units';

/** A capacity as it is typed, in the reader's units. */
export interface TypedCapacity {
  weight: string;
  volume: string;
  length: string;
  pieces: string;
  seats: string;
}

export const emptyCapacity: TypedCapacity = { weight: '', volume: '', length: '', pieces: '', seats: '' };

export function typedCapacity(capacity: Capacity, units: Units): TypedCapacity {
  return {
    weight: units.fromSi('weight', capacity.weightKilograms),
    volume: units.fromSi('volume', capacity.volumeCubicMeters),
    length: units.fromSi('length', capacity.loadingMeters),
    pieces: capacity.pieces == null ? '' : String(capacity.pieces),
    seats: capacity.seats == null ? '' : String(capacity.seats),
  };
}

export function capacityOf(typed: TypedCapacity, units: Units): Capacity {
  return {
    weightKilograms: units.toSi('weight', typed.weight),
    volumeCubicMeters: units.toSi('volume', typed.volume),
    loadingMeters: units.toSi('length', typed.length),
    pieces: number(typed.pieces),
    seats: number(typed.seats),
  };
}

/** The capacity as the fields show it, to compare two of them. */
export function typedCapacityText(typed: TypedCapacity, units: Units): string {
  return parts
    .filter(({ part }) => typed[part])
    .map(({ part, label }) =>
      [label, typed[part], part === 'pieces' ? '' : units.name(part)].join(' ').trim(),
    )
    .join(', ');
}

const parts = [
  { part: 'weight', field: 'weightKilograms', label: inputs.capacity.weight },
  { part: 'volume', field: 'volumeCubicMeters', label: inputs.capacity.volume },
  { part: 'length', field: 'loadingMeters', label: inputs.capacity.length },
  { part: 'pieces', field: 'pieces', label: inputs.capacity.pieces },
] as const;

export function capacityProblems(
  pointer: string,
  typed: TypedCapacity,
  weightRequired: boolean,
): FieldProblem[] {
  return parts.flatMap(({ part, field, label }) => {
    const text = typed[part].trim();
    if (!text && !(part === 'weight' && weightRequired)) return [];
    const value = number(text);
    const fits = value !== null && value > 0 && (part !== 'pieces' || Number.isInteger(value));
    return fits ? [] : [{ pointer: `${pointer}/${field}`, detail: inputs.forms.number(label) }];
  });
}

export function CapacityFields({
  pointer,
  value,
  onValue,
  weightRequired = false,
}: {
  pointer: string;
  value: TypedCapacity;
  onValue: (value: TypedCapacity) => void;
  weightRequired?: boolean;
}) {
  const units = useUnits();
  return (
    <div className="grid grid-cols-1 gap-4 rail:grid-cols-2">
      {parts.map(({ part, field, label }) => (
        <TextField
          key={part}
          pointer={`${pointer}/${field}`}
          label={label}
          unit={part === 'pieces' ? undefined : units.name(part)}
          optional={!(part === 'weight' && weightRequired)}
          inputMode="decimal"
          value={value[part]}
          onValue={(text) => onValue({ ...value, [part]: text })}
        />
      ))}
    </div>
  );
}
