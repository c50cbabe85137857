import { describe, expect, test } from 'vitest';
import type { Load, Place } from '@/api/types';
import { unitsOf } from '@/components/units';
import { loadFields } from '@/features/loads/compare';
import {
  cargoProblems,
  draftOf,
  emptyDraft,
  emptyStop,
  inLegs,
  loadOf,
  priceProblems,
  stopProblems,
  type DraftStop,
  type LoadDraft,
} from '@/features/loads/draft';

const si = unitsOf('si');
const us = unitsOf('us');
const now = Date.parse('2026-11-20T18:00:00Z');
const place = (id: string, zone = 'America/Chicago') =>
  ({ id, name: id, region: 'IL', country: 'US', zone, latitude: 41.9, longitude: -87.6 }) as unknown as Place;

function stop(kind: DraftStop['kind'], at: Place, day: string, more: Partial<DraftStop> = {}): DraftStop {
  return { ...emptyStop(kind), place: at, start: `${day}T08:00`, end: `${day}T12:00`, ...more };
}

function draft(more: Partial<LoadDraft> = {}): LoadDraft {
  const empty = emptyDraft();
  return {
    ...empty,
    stops: [stop('PICKUP', place('a'), '2026-11-23'), stop('DELIVERY', place('b'), '2026-11-24')],
    equipment: 'DRY_VAN',
    cargo: { ...empty.cargo, weight: '1000' } as LoadDraft['cargo'],
    price: '1,250.5',
    ...more,
  };
}

const handedOver = draft({
  stops: [
    stop('PICKUP', place('a'), '2026-11-23'),
    stop('DELIVERY', place('b'), '2026-11-24'),
    stop('PICKUP', place('b'), '2026-11-25', { handover: true }),
    stop('DELIVERY', place('c'), '2026-11-26'),
  ],
});

const pointers = (problems: { pointer: string }[]) => problems.map(({ pointer }) => pointer);

describe('what is missing is told where it is typed', () => {
  test('nothing of a whole draft', () => {
    expect(stopProblems(draft(), si, now)).toEqual([]);
    expect(priceProblems(draft())).toEqual([]);
  });

  test('of an empty one each place and time, the equipment and the price', () => {
    expect(pointers(stopProblems(emptyDraft(), si, now))).toEqual(
      [0, 1].flatMap((n) => ['placeId', 'windowStart', 'windowEnd'].map((field) => `/stops/${n}/${field}`)),
    );
    expect(pointers(cargoProblems(emptyDraft()))).toContain('/equipment');
    expect(priceProblems(emptyDraft()).length).toBeGreaterThan(0);
    expect(priceProblems({ ...emptyDraft(), pricing: 'bids' })).toEqual([]);
  });

  test('a leg begins where the one before it ended', () => {
    expect(stopProblems(handedOver, si, now)).toEqual([]);
    const elsewhere = { ...handedOver, stops: handedOver.stops.map((each) => ({ ...each })) };
    elsewhere.stops[2]!.place = place('elsewhere');
    expect(pointers(stopProblems(elsewhere, si, now))).toEqual(['/stops/2/placeId']);
  });

  test('a fence has a radius that is a number', () => {
    const bad = draft();
    bad.stops[0] = { ...bad.stops[0]!, point: { latitude: 41, longitude: -87 }, radiusMeters: null };
    expect(pointers(stopProblems(bad, si, now))).toEqual(['/stops/0/fence/radiusMeters']);
  });
});

describe('what is sent of a draft', () => {
  test('is its price in figures of the wire, and no more than was typed', () => {
    const sent = loadOf(draft(), si, false);
    expect(sent).toMatchObject({ draft: false, equipment: 'DRY_VAN', price: { currency: 'USD' } });
    expect(Number((sent as { price: { amount: string } }).price.amount)).toBe(1250.5);
    expect(sent.stops?.map(({ placeId, address }) => [placeId, address])).toEqual([
      ['a', undefined],
      ['b', undefined],
    ]);
    expect(sent).not.toHaveProperty('legs');
    expect(sent).not.toHaveProperty('bids');
  });

  test('is in legs without one price for all of them', () => {
    expect(inLegs(handedOver)).toBe(true);
    const sent = loadOf(handedOver, si, true);
    expect(sent).toMatchObject({
      draft: true,
      legs: [
        { fromStop: 0, toStop: 1 },
        { fromStop: 2, toStop: 3 },
      ],
      bids: { currency: 'USD' },
    });
    expect(sent).not.toHaveProperty('price');
  });

  test('is a time that exists: in the night of the change an hour later', () => {
    const night = draft();
    night.stops[0] = { ...night.stops[0]!, start: '2027-03-14T02:30', end: '2027-03-14T05:00' };
    expect(loadOf(night, si, false).stops?.[0]).toMatchObject({
      windowStart: '2027-03-14T03:30',
      windowEnd: '2027-03-14T05:00',
    });
  });

  test('has a fence where a point was set', () => {
    const exact = draft();
    exact.stops[0] = { ...exact.stops[0]!, point: { latitude: 41.5, longitude: -87.5 }, radiusMeters: 400 };
    expect(loadOf(exact, si, false).stops?.[0]).toMatchObject({
      latitude: 41.5,
      longitude: -87.5,
      fence: { radiusMeters: 400 },
    });
  });
});

const load = {
  equipment: 'REEFER',
  mode: 'PARTIAL',
  cargo: { weightKilograms: 453.592, volumeCubicMeters: null, loadingMeters: null, pieces: 3, seats: null },
  commodity: null,
  notes: 'Cold',
  price: null,
  currency: 'EUR',
  legs: [{ sequence: 0, fromStop: 0 }],
  stops: [
    {
      sequence: 0,
      kind: 'PICKUP',
      place: place('a'),
      precision: 'POINT',
      fence: { radiusMeters: 250 },
      address: '1 Dock',
      contactName: null,
      contactPhone: null,
      window: { startLocal: '2026-11-23T08:00:00', endLocal: '2026-11-23T12:00:00' },
    },
  ],
} as unknown as Load;

test('a load is edited as it was typed, in the reader’s units', () => {
  const edited = draftOf(load, us);
  expect(edited).toMatchObject({
    equipment: 'REEFER',
    pricing: 'bids',
    currency: 'EUR',
    commodity: '',
    notes: 'Cold',
  });
  expect(edited.stops[0]).toMatchObject({ radiusMeters: 250, address: '1 Dock', start: '2026-11-23T08:00' });
  expect(Object.values(edited.cargo)).toContain('1000');
  expect(Object.values(draftOf(load, si).cargo)).toContain('453.59');
});

describe('two drafts', () => {
  test('of as many stops are compared stop by stop', () => {
    const one = draft();
    const other = draft({ notes: 'New' });
    other.stops[1] = { ...other.stops[1]!, contactName: 'Ann', end: '2026-11-24T13:00' };
    const fields = loadFields(si)(one, other);
    const differing = fields.filter(
      (field) => JSON.stringify(field.value(one)) !== JSON.stringify(field.value(other)),
    );
    expect(differing.map(({ name }) => name)).toEqual(['stops.1.contact', 'stops.1.window', 'notes']);
    const taken = differing.reduce((into, field) => field.take(into, other), one);
    expect(taken.stops[1]).toMatchObject({ contactName: 'Ann', end: '2026-11-24T13:00' });
    expect(taken.notes).toBe('New');
    expect(differing.map((field) => field.show(other))).toEqual([
      'Ann',
      expect.stringContaining('13:00'),
      'New',
    ]);
  });

  test('of different stops are compared as whole routes', () => {
    const fields = loadFields(si)(draft(), handedOver);
    const route = fields.find(({ name }) => name === 'stops')!;
    expect(route.show(handedOver).split('\n')).toHaveLength(4);
    expect(route.take(draft(), handedOver).stops).toHaveLength(4);
  });

  test('differ in a price by what is paid', () => {
    const price = loadFields(si)(draft(), draft()).find(({ name }) => name === 'price')!;
    expect(price.show(draft())).toBe('1,250.5 USD');
    expect(price.show(draft({ pricing: 'bids' }))).toContain('USD');
    expect(price.take(draft(), draft({ price: '7', currency: 'EUR' }))).toMatchObject({
      price: '7',
      currency: 'EUR',
    });
  });
});
