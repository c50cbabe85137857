import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import type { Me } from '@/api/types';
import { BookingDetail } from '@/features/bookings/BookingDetail';
import { MeContext } from '@/shell/me';

const me = { permissions: [], ownTrips: [], organisation: { id: 'shipper' } } as unknown as Me;

const booking = (documentId: string | null) => ({
  id: 'b',
  reference: 'B-1',
  status: 'DELIVERED',
  actions: ['accept-proof'],
  stops: [],
  buyer: { id: 'shipper', name: 'Prairie Foods' },
  seller: { id: 'carrier', name: 'Lakeside Haulage' },
  price: { amount: '1300.00', currency: 'USD' },
  fee: null,
  sellerReceives: null,
  tripId: 't',
  driver: null,
  vehicle: null,
  releaseDueAt: null,
  contestedAt: null,
  proof: {
    receivedBy: 'Priya Raman',
    occurredAt: '2026-11-28T18:00:00Z',
    receivedAt: '2026-11-28T18:00:00Z',
    latitude: null,
    longitude: null,
    documentId,
  },
});

/** @returns what stands in the dialog that asks before the proof is accepted */
async function asked(documentId: string | null) {
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(
      new Response(
        JSON.stringify(path === '/api/bookings/b' ? booking(documentId) : { items: [], next: null }),
      ),
    ),
  );
  const none = () => null;
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter initialEntries={['/bookings/b']}>
        <MeContext.Provider value={me}>
          <Routes>
            <Route
              path="/bookings/:id"
              element={
                <BookingDetail
                  parts={{
                    map: none,
                    document: (id) => `The file ${id}`,
                    contest: none,
                    contested: none,
                    carriers: none,
                  }}
                />
              }
            />
          </Routes>
        </MeContext.Provider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Accept the proof' }));
  return within(screen.getByRole('dialog'));
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('who accepts a proof sees what they pay for', async () => {
  const dialog = await asked('d');
  expect(dialog.getByText('Priya Raman')).toBeTruthy();
  expect(dialog.getByText('The file d')).toBeTruthy();
});

test('and is told that no file was added', async () => {
  const dialog = await asked(null);
  expect(dialog.getByText('No file was added.')).toBeTruthy();
});
