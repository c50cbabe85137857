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
