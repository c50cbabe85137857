import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '@/api/queries';
import type { FlagTarget } from '@/api/types';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Form';
import { Icon } from '@/components/Icon';
import { words } from './words';

const w = words.flags;
const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The people or organisations that have the flag by name. Another is found by a part of its name, or added by an id. */
export function FlagTargets({
  pointer,
  label,
  useFound,
  chosen,
  onChosen,
}: {
  pointer: string;
  label: string;
  /** Finds targets by a part of the name; none for less than two letters. */
  useFound: (q: string) => FlagTarget[];
  chosen: FlagTarget[];
  onChosen: (targets: FlagTarget[]) => void;
}) {
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const byId = id.test(q);
  const found = useFound(byId ? '' : q);
  const offered: FlagTarget[] = byId ? [{ id: q.toLowerCase(), name: null }] : found.slice(0, 5);
  const fresh = offered.filter((one) => !chosen.some((target) => target.id === one.id));
  return (
    <div className="flex flex-col gap-2">
      <TextField
        pointer={pointer}
        label={label}
        hint={w.findHint}
        optional
        autoComplete="off"
        value={typed}
        onValue={setTyped}
      />
      {fresh.length > 0 && (
        <ul aria-label={w.found(label)} className="flex flex-col gap-1">
          {fresh.map((one) => (
            <li key={one.id}>
              <Button
                look="quiet"
                className="max-w-full text-left"
                onClick={() => {
                  onChosen([...chosen, one]);
                  setTyped('');
                }}
              >
                <Icon name="plus" />
                <span className="min-w-0 break-words">{w.add(one.name ?? w.byId(one.id))}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {chosen.length > 0 && (
        <ul aria-label={w.chosen(label)} className="flex flex-wrap gap-2">
          {chosen.map((target) => (
            <li
              key={target.id}
              className="inline-flex max-w-full items-center gap-1 rounded-control border border-line pl-2"
            >
              <span className="min-w-0 break-words">{target.name ?? target.id}</span>
              <button
                type="button"
                aria-label={w.remove(target.name ?? target.id)}
                className="grid size-9 shrink-0 place-items-center rounded-control hover:bg-hover pointer-coarse:size-11"
                onClick={() => onChosen(chosen.filter((other) => other.id !== target.id))}
              >
                <Icon name="close" size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export function usePeopleFound(q: string): FlagTarget[] {
  const found = useQuery({ ...queries.people(q), enabled: q.length > 1 });
  return q.length > 1 ? (found.data?.items ?? []) : [];
}

export function useOrganisationsFound(q: string): FlagTarget[] {
  const found = useQuery({ ...queries.organisations({ q }), enabled: q.length > 1 });
  return q.length > 1 ? (found.data?.items ?? []) : [];
}
