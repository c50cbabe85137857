import { expect, test } from 'vitest';
import { unitsOf } from '@/components/units';
import { loadFields } from '@/features/loads/compare';
import { emptyDraft, type LoadDraft } from '@/features/loads/draft';
import type { Place } from '@/api/types';

const chicago = { id: 'city:4887398', name: 'Chicago', region: 'IL', zone: 'America/Chicago' } as Place;

function draft(point: { latitude: number; longitude: number } | null, radiusMeters = 300): LoadDraft {
  const empty = emptyDraft();
  return {
    ...empty,
    stops: empty.stops.map((stop, key) => ({ ...stop, key, place: chicago, point, radiusMeters })),
  };
}

const fields = loadFields(unitsOf('si'));

function place(one: LoadDraft, other: LoadDraft) {
  return fields(one, other).find((field) => field.name === 'stops.0.place')!;
}

const differ = (one: LoadDraft, other: LoadDraft) =>
  JSON.stringify(place(one, other).value(one)) !== JSON.stringify(place(one, other).value(other));

test('whatever of a stop differs is seen in its words', () => {
  const here = draft({ latitude: 41.8781, longitude: -87.6298 });
  for (const other of [
    draft({ latitude: 41.8782, longitude: -87.6298 }),
    draft({ latitude: 41.8781, longitude: -87.6298 }, 500),
    draft(null),
  ]) {
    expect(differ(here, other)).toBe(true);
    expect(place(here, other).show(here)).not.toBe(place(here, other).show(other));
  }
});

test('without a point there is no fence that could differ', () => {
  expect(differ(draft(null, 300), draft(null, 500))).toBe(false);
});
