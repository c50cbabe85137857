import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import type { Me, Offer } from '@/api/types';
import { OfferActions } from '@/features/deals/OfferActions';
import { feeOf } from '@/features/deals/fee';
import { OfferFacts } from '@/features/deals/OfferFacts';
import { MeContext } from '@/shell/me';

const price = { amount: '1300.00', currency: 'USD' };

const me = {
  permissions: ['offers.make'],
  ownTrips: [],
  organisation: { id: 'shipper' },
} as unknown as Me;

const offer = (known: object = {}) =>
  ({
    id: 'o',
    loadId: 'l',
    loadReference: 'L-1',
    status: 'OPEN',
    direction: 'RECEIVED',
    buyerOrganisationId: 'shipper',
    sellerOrganisationId: 'carrier',
    bookingId: null,
    price,
    fee: { amount: '39.00', currency: 'USD' },
    sellerReceives: { amount: '1261.00', currency: 'USD' },
    feeBasisPoints: 300,
    counterpart: { name: 'Lakeside Haulage', kinds: ['CARRIER'], since: '2026-01-01T00:00:00Z' },
    leg: null,
    trip: null,
    brokered: false,
    ...known,
  }) as unknown as Offer;

function show(what: ReactNode) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}')));
  const client = new QueryClient();
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <MeContext.Provider value={me}>{what}</MeContext.Provider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return waitFor(() => expect(client.isFetching()).toBe(0));
}

const counter = () => screen.queryByRole('button', { name: 'Counter' });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('an offer on a load that asks for bids is countered', async () => {
  await show(<OfferActions offer={offer()} />);
  expect(counter()).toBeTruthy();
});

test('at a fixed price there is nothing to counter', async () => {
  await show(<OfferActions offer={offer({ leg: { fixedPrice: true } })} />);
  expect(screen.getByRole('button', { name: 'Accept' })).toBeTruthy();
  expect(counter()).toBeNull();
});

test.each([
  ['OPEN', 'None yet: accepting makes one from the load’s stops'],
  ['ACCEPTED', 'Made from the load’s stops when it was accepted'],
  ['DECLINED', null],
])('of an offer without a trip that is %s it says of the trip: %s', async (status, said) => {
  await show(<OfferFacts offer={offer({ status })} />);
  const trip = screen.queryByText('Trip');
  expect(trip?.nextElementSibling?.textContent ?? null).toBe(said);
});

// The server's Fee counts the same.
test.each([
  ['1300.00', 300, '39.00', '1261.00'],
  ['0.50', 100, '0.01', '0.49'],
  ['0.49', 100, '0.00', '0.49'],
  ['1250', 250, '31', '1219'],
  ['1250.001', 300, '37.500', '1212.501'],
])('of %s at %i basis points the fee is %s, and %s is received', (amount, basisPoints, fee, receives) => {
  expect(feeOf({ amount, currency: 'USD' }, basisPoints)).toEqual({
    fee: { amount: fee, currency: 'USD' },
    sellerReceives: { amount: receives, currency: 'USD' },
  });
});

test('who counters sees before it is sent what the carrier receives', async () => {
  await show(<OfferActions offer={offer()} />);
  fireEvent.click(counter()!);
  expect(screen.queryByText('USD 1,358.00')).toBeNull();
  fireEvent.change(screen.getByLabelText(/^Your price/), { target: { value: '1400' } });
  expect(screen.getByText('USD 42.00')).toBeTruthy();
  expect(screen.getByText('USD 1,358.00')).toBeTruthy();
});

// The server has fillér, which no browser writes.
test('the fee of a counter-offer is counted in the smallest unit that the server has', async () => {
  const forints = { price: { amount: '100.50', currency: 'HUF' }, fee: { amount: '3.02', currency: 'HUF' } };
  await show(<OfferActions offer={offer(forints)} />);
  fireEvent.click(counter()!);
  fireEvent.change(screen.getByLabelText(/^Your price/), { target: { value: '110.25' } });
  expect(screen.getByText('HUF 3.31')).toBeTruthy();
  expect(screen.getByText('HUF 106.94')).toBeTruthy();
});
