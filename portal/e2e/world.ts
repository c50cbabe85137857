import {
  expect,
  request as http,
  type APIRequestContext,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { local, password, person, unique } from './support';

/* People and records for looking at screens, made over the API: the journey makes its own by hand. */

export interface Account {
  email: string;
  token: string;
  organisationId: string;
}

export interface World {
  shipper: Account;
  carrier: Account;
  driver: Account;
  newShipper: Account;
  newCarrier: Account;
  openLoad: string;
  trip: string;
  underWay: string;
  delivered: string;
  invitation: string;
}

const url = () => process.env.LANERUNNER_URL!;

async function send<T>(
  api: APIRequestContext,
  token: string | null,
  path: string,
  data: unknown,
  method: 'POST' | 'GET' = 'POST',
): Promise<T> {
  const response = await api.fetch(`${url()}/api${path}`, {
    method,
    data,
    headers: token ? { Authorization: `Bearer ${token}` } : {},
  });
  expect(response.ok(), `${path}: ${response.status()} ${await response.text()}`).toBe(true);
  return (await response.json()) as T;
}

async function account(
  api: APIRequestContext,
  name: string,
  organisation: string,
  kind: string,
): Promise<Account> {
  const email = unique(name.split(' ')[0]!.toLowerCase());
  const made = await send<{ accessToken: string; organisationId: string }>(api, null, '/auth/register', {
    email,
    password,
    name,
    organisation: { name: organisation, kind },
  });
  return { email, token: made.accessToken, organisationId: made.organisationId };
}

const chicago = { q: 'Chicago', zone: 'America/Chicago' };
const indianapolis = { q: 'Indianapolis', zone: 'America/Indiana/Indianapolis' };

async function place(api: APIRequestContext, token: string, q: string): Promise<string> {
  const found = await send<{ items: { id: string }[] }>(
    api,
    token,
    `/places?q=${encodeURIComponent(q)}`,
    undefined,
    'GET',
  );
  return found.items[0]!.id;
}

export async function world(): Promise<World> {
  const api = await http.newContext();
  const shipper = await account(
    api,
    'Sam Okafor',
    'Prairie Foods of Northern Illinois and Southern Wisconsin',
    'SHIPPER',
  );
  const carrier = await account(api, 'Cora Lindqvist', 'Lakeside Haulage', 'CARRIER');
  const newShipper = await account(api, 'Nora New', 'New Shipper', 'SHIPPER');
  const newCarrier = await account(api, 'Nils New', 'New Carrier', 'CARRIER');
  const from = await place(api, shipper.token, chicago.q);
  const to = await place(api, shipper.token, indianapolis.q);
  await send(api, shipper.token, '/wallet/top-ups', { amount: { amount: '50000.00', currency: 'USD' } });

  const driverRecord = await send<{ id: string }>(api, carrier.token, '/drivers', {
    name: 'Dana Whitfield',
    phone: '+1 312 555 0142',
  });
  const vehicle = await send<{ id: string }>(api, carrier.token, '/vehicles', {
    name: 'Truck 7',
    plate: 'IL 70 7712',
    equipment: 'DRY_VAN',
    capacity: { weightKilograms: 20000, volumeCubicMeters: 90 },
  });
  const invite = async (roles: string[], driverId?: string) => {
    const email = unique('member');
    const { link } = await send<{ link: string }>(
      api,
      carrier.token,
      `/organisations/${carrier.organisationId}/members`,
      {
        email,
        roles,
        driverId,
      },
    );
    return { email, token: new URL(link, url()).hash.slice(1) };
  };
  const invited = await invite(['DRIVER'], driverRecord.id);
  const joined = await send<{ accessToken: string }>(api, null, '/auth/invitations/accept', {
    token: invited.token,
    name: 'Dana Whitfield',
    password,
  });
  const driver: Account = {
    email: invited.email,
    token: joined.accessToken,
    organisationId: carrier.organisationId,
  };
  const invitation = (await invite(['CARRIER'])).token;

  const load = (hours: number, priced: boolean) =>
    send<{ id: string }>(api, shipper.token, '/loads', {
      equipment: 'DRY_VAN',
      mode: 'FULL',
      cargo: { weightKilograms: 17000, pieces: 24 },
      commodity: 'Oats in sacks of twenty-five kilograms on heat-treated pallets',
      notes: 'Ring the bell at dock 4.',
      stops: [
        {
          kind: 'PICKUP',
          placeId: from,
          address: '1200 West Fulton Market Street, Dock 4',
          contactName: 'Ines Maldonado-Featherstonehaugh',
          contactPhone: '+1 312 555 0177',
          windowStart: local(chicago.zone, hours),
          windowEnd: local(chicago.zone, hours + 6),
        },
        {
          kind: 'DELIVERY',
          placeId: to,
          windowStart: local(indianapolis.zone, hours + 1),
          windowEnd: local(indianapolis.zone, hours + 14),
        },
      ],
      ...(priced ? { price: { amount: '1200.00', currency: 'USD' } } : { bids: { currency: 'USD' } }),
    });
  const book = async (hours: number) => {
    const { id } = await load(hours, true);
    const offer = await send<{ id: string }>(api, carrier.token, '/offers', { loadId: id });
    const { booking } = await send<{ booking: { id: string; tripId: string } }>(
      api,
      shipper.token,
      `/offers/${offer.id}/accept`,
      {},
    );
    return booking;
  };
  const dispatch = async (
    booking: { id: string; tripId: string },
    driverId: string,
    vehicleId: string,
    token: string,
    minutesAgo: number,
  ) => {
    await send(api, carrier.token, `/trips/${booking.tripId}/assign`, { driverId, vehicleId });
    await send(api, token, `/bookings/${booking.id}/dispatch`, {
      occurredAt: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
    });
  };

  // A driver and a vehicle are on one trip at a time, and the first trip lasts until now: it has its own.
  const colleague = await send<{ id: string }>(api, carrier.token, '/drivers', {
    name: 'Maximiliano Featherstonehaugh-Oyelaran',
    phone: null,
  });
  const van = await send<{ id: string }>(api, carrier.token, '/vehicles', {
    name: 'Truck 12',
    plate: 'IL 70 9912',
    equipment: 'DRY_VAN',
    capacity: { weightKilograms: 20000, volumeCubicMeters: 90, loadingMeters: 13.6, pieces: 33 },
  });
  const first = await book(-12);
  await dispatch(first, colleague.id, van.id, carrier.token, 0);
  const byHand = { reason: 'No position signal here' };
  await send(api, carrier.token, `/bookings/${first.id}/arrive`, { stop: 0, ...byHand });
  await send(api, carrier.token, `/bookings/${first.id}/depart`, { stop: 0, ...byHand });
  await send(api, carrier.token, `/bookings/${first.id}/arrive`, { stop: 1, ...byHand });
  await send(api, carrier.token, `/bookings/${first.id}/deliver`, {
    receivedBy: 'Priya Raman',
    latitude: 39.768,
    longitude: -86.158,
  });

  const second = await book(-1);
  await dispatch(second, driverRecord.id, vehicle.id, driver.token, 45);
  const start = Date.now() - 40 * 60_000;
  await send(api, driver.token, '/tracking/positions', {
    positions: Array.from({ length: 20 }, (_, index) => ({
      at: new Date(start + index * 2 * 60_000).toISOString(),
      latitude: 41.85 - index * 0.04,
      longitude: -87.65 + index * 0.03,
      accuracyMeters: 5,
      speedMetersPerSecond: 24,
      headingDegrees: 150,
    })),
  });

  const open = await load(30, false);
  const trip = await send<{ id: string }>(api, carrier.token, '/trips', {
    stops: [
      { placeId: from, at: local(chicago.zone, 32) },
      { placeId: to, at: local(indianapolis.zone, 38) },
    ],
    equipment: 'DRY_VAN',
    capacity: { weightKilograms: 20000, volumeCubicMeters: 90 },
    askPerKilometer: { amount: '2.50', currency: 'USD' },
  });
  await send(api, carrier.token, '/offers', {
    loadId: open.id,
    tripId: trip.id,
    price: { amount: '1450.00', currency: 'USD' },
  });
  await api.dispose();
  return {
    shipper,
    carrier,
    driver,
    newShipper,
    newCarrier,
    openLoad: open.id,
    trip: trip.id,
    underWay: second.id,
    delivered: first.id,
    invitation,
  };
}

/** A browser already signed in; each gets a session of its own, since a refresh token works once. */
export async function signedIn(
  browser: Browser,
  who: Pick<Account, 'email'> | { email: string; password: string },
  options: BrowserContextOptions,
): Promise<Page> {
  const page = await person(browser, options);
  const secret = 'password' in who ? who.password : password;
  // the answer's cookies are the browser's from then on
  const response = await page.request.post(`${url()}/api/auth/login`, {
    data: { email: who.email, password: secret },
    headers: { 'Session-Transport': 'cookie' },
  });
  expect(response.ok(), `sign-in of ${who.email}: ${response.status()}`).toBe(true);
  await page.addInitScript(() => {
    if (!localStorage.getItem('lanerunner.session')) localStorage.setItem('lanerunner.session', '{}');
  });
  return page;
}
