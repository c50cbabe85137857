import { describe, expect, test } from 'vitest';
import type { Booking } from '@/api/types';
import type { KeptAction } from '@/device/kept';
import { isOver, nextStop, riskOf, roadAction, withKept } from '@/features/bookings/progress';

const now = Date.parse('2026-11-28T08:00:00Z');
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();

interface Known {
  arrivedAt?: string;
  departedAt?: string;
}

function booking(
  status: string,
  actions: string[] = [],
  stops: Known[] = [{}, {}],
  ends = [60, 600],
): Booking {
  return {
    id: 'b',
    status,
    actions,
    dispatchedAt: status === 'CONFIRMED' ? null : at(-90),
    deliveredAt: null,
    stops: stops.map((known, sequence) => ({
      sequence,
      kind: sequence === stops.length - 1 ? 'DELIVERY' : 'PICKUP',
      window: { end: at(ends[sequence] ?? 600) },
      arrivedAt: null,
      departedAt: null,
      ...known,
    })),
  } as unknown as Booking;
}

const told = (name: string, more: object = {}) =>
  ({ name, about: 'b', body: { stop: 0, occurredAt: at(-5) }, ...more }) as unknown as KeptAction;

describe('the next stop', () => {
  test('is the first that was not left', () => {
    expect(nextStop(booking('IN_TRANSIT', [], [{ departedAt: at(-9) }, {}]))?.sequence).toBe(1);
    expect(nextStop(booking('CONFIRMED'))?.sequence).toBe(0);
  });

  test('of what is over there is none', () => {
    for (const status of ['DELIVERED', 'CONTESTED', 'SETTLED', 'REFUNDED', 'CANCELLED']) {
      expect(isOver(booking(status))).toBe(true);
      expect(nextStop(booking(status))).toBeNull();
    }
  });
});

test.each([
  [61, null],
  [59, 'at-risk'],
  [0, 'at-risk'],
  [-1, 'late'],
])('%d minutes before a window closes without an arrival it is %s', (minutes, risk) => {
  expect(riskOf(booking('DISPATCHED', [], [{}, {}], [minutes]), now)).toBe(risk);
  expect(riskOf(booking('DISPATCHED', [], [{ arrivedAt: at(-9) }, {}], [minutes]), now)).toBeNull();
});

describe('what was told here and not sent', () => {
  test('is what the driver sees', () => {
    const dispatched = withKept(booking('CONFIRMED', ['dispatch']), [told('dispatch')]);
    expect(dispatched).toMatchObject({ status: 'DISPATCHED', dispatchedAt: at(-5), actions: ['arrive'] });
    const arrived = withKept(booking('CONFIRMED', ['dispatch']), [told('dispatch'), told('arrive')]);
    expect(arrived.stops[0]?.arrivedAt).toBe(at(-5));
    expect(roadAction(arrived)).toBe('depart');
    const left = withKept(booking('DISPATCHED'), [told('arrive'), told('depart')]);
    expect(left.stops[0]?.departedAt).toBe(at(-5));
    expect(nextStop(left)?.sequence).toBe(1);
    expect(withKept(booking('AT_DELIVERY'), [told('deliver')])).toMatchObject({
      status: 'DELIVERED',
      deliveredAt: at(-5),
    });
  });

  test('changes nothing that the server knows already, nor another booking, nor what was refused', () => {
    const known = booking('AT_PICKUP', ['depart'], [{ arrivedAt: at(-20) }, {}]);
    expect(withKept(known, [told('arrive')]).stops[0]?.arrivedAt).toBe(at(-20));
    expect(withKept(known, [told('dispatch')]).dispatchedAt).toBe(at(-90));
    expect(withKept(known, [told('depart', { about: 'other' })])).toEqual(known);
    expect(withKept(known, [told('depart', { refused: 'No.' })])).toEqual(known);
  });
});

describe('the one thing to do on the road', () => {
  const all = ['arrive', 'depart', 'deliver'];
  test.each([
    ['dispatch', booking('CONFIRMED', ['dispatch'])],
    ['arrive', booking('DISPATCHED', all)],
    ['depart', booking('AT_PICKUP', all, [{ arrivedAt: at(-9) }, {}])],
    ['deliver', booking('AT_DELIVERY', all, [{ departedAt: at(-9) }, { arrivedAt: at(-1) }])],
    ['deliver', booking('IN_TRANSIT', ['deliver'])],
    [null, booking('SETTLED', [])],
    [null, booking('DISPATCHED', [])],
  ])('%s', (action, known) => {
    expect(roadAction(known)).toBe(action);
  });
});
