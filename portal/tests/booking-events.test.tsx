import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Booking, EventView } from '@/api/types';
import { BookingEvents } from '@/components/BookingEvents';

const booking = {
  stops: [],
  buyer: { id: 'shipper', name: 'Prairie Foods' },
  seller: { id: 'carrier', name: 'Lakeside Haulage' },
} as unknown as Booking;

/** @param data of the trip's posting, told by somebody of the shipper's */
const posted = (data: object) =>
  ({
    id: 'e1',
    type: 'trip.posted',
    occurredAt: '2026-11-28T08:00:00Z',
    recordedAt: '2026-11-28T08:00:00Z',
    actorId: 'p1',
    organisationId: 'shipper',
    data,
  }) as unknown as EventView;

afterEach(cleanup);

test('a trip that came of the acceptance was posted by nobody of the other side', () => {
  render(<BookingEvents booking={booking} events={[posted({ forBooking: true })]} ownId="carrier" />);
  expect(screen.getByText('Trip made when the offer was accepted')).toBeTruthy();
  expect(screen.getByText('By LaneRunner')).toBeTruthy();
  expect(screen.queryByText(/Prairie Foods/)).toBeNull();
});

test('one that its carrier posted is said to be the carrier’s', () => {
  const own = { ...posted({ forBooking: false }), organisationId: 'carrier' };
  render(<BookingEvents booking={booking} events={[own]} ownId="carrier" />);
  expect(screen.getByText('Trip posted')).toBeTruthy();
  expect(screen.getByText('By your organisation')).toBeTruthy();
});

test('what came of the delivery is told in the time of its stop, and what was before in that of the first', () => {
  const stop = (sequence: number, name: string, zone: string) => ({ sequence, place: { name, zone } });
  const delivered = '2026-11-28T18:00:00Z';
  const whole = {
    ...booking,
    stops: [stop(0, 'Chicago', 'America/Chicago'), stop(1, 'Indianapolis', 'America/Indiana/Indianapolis')],
    proof: { occurredAt: delivered },
  } as unknown as Booking;
  const event = (type: string, occurredAt: string) => ({ ...posted({}), id: type, type, occurredAt });
  const told = [
    ['booking.confirmed', '2026-11-27T15:00:00Z'],
    ['document.stored', '2026-11-28T17:59:00Z'],
    ['booking.delivered', delivered],
    ['booking.settled', '2026-11-28T19:00:00Z'],
  ].map(([type, at]) => event(type!, at!));
  render(<BookingEvents booking={whole} events={told} />);
  const times = screen.getAllByRole('listitem').map((item) => item.querySelector('time')?.firstChild);
  expect(times.map((time) => time?.textContent)).toEqual([
    'Fri, Nov 27, 09:00 CST',
    'Sat, Nov 28, 12:59 EST',
    'Sat, Nov 28, 13:00 EST',
    'Sat, Nov 28, 14:00 EST',
  ]);
});
