import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { queries } from '@/api/queries';
import type { Place } from '@/api/types';
import { sites } from '@/words/sites';
import { degrees, understand, type Point } from './coordinates';
import { Field } from './Form';
import { placeName } from './placeName';

/**
 * Chooses a place of the gazetteer. It is found by the start of its name in any script, by ZIP code, or by coordinates near it; typed coordinates are handed
 * over with the place.
 */
export function PlacePicker({
  pointer,
  label,
  hint,
  value,
  onValue,
}: {
  pointer: string;
  label: string;
  hint?: string;
  value: Place | null;
  onValue: (place: Place | null, point: Point | null) => void;
}) {
  const [typed, setTyped] = useState(value ? placeName(value) : '');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const list = useId();
  const q = useDeferredValue(typed.trim());
  const understood = understand(q);
  const point = understood?.kind === 'point' ? understood.point : null;
  const asking = open && q.length >= 2 && (!understood || point !== null);
  const named = useQuery({ ...queries.places(q), enabled: asking && !point });
  const near = useQuery({
    ...queries.placeNear(point?.latitude ?? 0, point?.longitude ?? 0),
    enabled: asking && point !== null,
  });
  const found = point ? near : named;
  const places = asking ? (found.data?.items ?? []) : [];

  // The place can change although nothing was typed here, for example when a pin is moved into the next town.
  const own = useRef(value);
  useEffect(() => {
    if (value && value.id !== own.current?.id) setTyped(placeName(value));
    own.current = value;
  }, [value]);

  function choose(place: Place): void {
    own.current = place;
    onValue(place, point);
    setTyped(placeName(place));
    setOpen(false);
  }

  function keys(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((before) => (places.length ? (before + step + places.length) % places.length : 0));
    } else if (event.key === 'Enter' && open && places[at]) {
      event.preventDefault();
      choose(places[at]);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      event.preventDefault();
      setOpen(false);
    }
  }

  const note =
    open && understood?.kind === 'outside'
      ? sites.points.outside
      : open && understood?.kind === 'link'
        ? sites.points.link
        : !asking
          ? ''
          : found.isError
            ? sites.places.failed
            : found.isFetching && !places.length
              ? sites.places.searching
              : places.length
                ? sites.places.found(places.length)
                : sites.places.none(q);

  return (
    <Field pointer={pointer} label={label} hint={hint}>
      {({ clear, ...control }) => (
        <div className="relative">
          <input
            {...control}
            className="control"
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={open && places.length > 0}
            aria-controls={list}
            aria-activedescendant={open && places[at] ? `${list}-${at}` : undefined}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
              setOpen(true);
              if (value) onValue(null, null);
              clear();
            }}
            onKeyDown={keys}
            onBlur={() => setOpen(false)}
          />
          <ul
            id={list}
            role="listbox"
            aria-label={label}
            hidden={!open || places.length === 0}
            className="panel absolute inset-x-0 top-full z-30 mt-1 max-h-80 overflow-y-auto shadow-lg"
          >
            {places.map((place, index) => (
              <li
                key={place.id}
                id={`${list}-${index}`}
                role="option"
                aria-selected={index === at}
                className={`flex min-h-11 flex-col justify-center px-3 py-1 ${index === at ? 'bg-selected' : 'hover:bg-hover'}`}
                // This comes before blur, so that the choice is not lost with the focus.
                onMouseDown={(event) => {
                  event.preventDefault();
                  choose(place);
                }}
              >
                <span>{point ? sites.points.near(degrees(point), placeName(place)) : placeName(place)}</span>
                <span className="text-xs text-secondary">
                  {understood?.kind === 'point' && understood.swapped
                    ? sites.points.swapped
                    : place.zone.replace(/_/g, ' ')}
                </span>
              </li>
            ))}
          </ul>
          <p role="status" className={open && note && !places.length ? 'mt-1 text-secondary' : 'sr-only'}>
            {note}
          </p>
        </div>
      )}
    </Field>
  );
}
