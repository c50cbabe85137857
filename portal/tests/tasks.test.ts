import { expect, test } from 'vitest';
import type { Booking, Contest, Driver, Load, Me, Offer, Page, QueuedContest, Vehicle } from '@/api/types';
import { tasksOf as ofBookings } from '@/features/bookings/homeTasks';
import { tasksOf as ofDeals } from '@/features/deals/homeTasks';
import { tasksOf as ofDisputes } from '@/features/disputes/homeTasks';
import { tasksOf as ofFleet } from '@/features/fleet/homeTasks';
import { tasksOf as ofLoads } from '@/features/loads/homeTasks';
import { inOrder, urgencyOf, type Task } from '@/shell/home/tasks';

const now = Date.parse('2026-11-28T08:00:00Z');
const hours = (n: number) => new Date(now + n * 3_600_000).toISOString();
const me = { organisation: { id: 'ours' }, permissions: ['wallet.top-up', 'offers.make'] } as unknown as Me;
const page = <T>(...items: Partial<T>[]) => ({ items, next: null }) as unknown as Page<T>;
const keys = (tasks: Task[]) => tasks.map(({ key }) => key);

/** One that a carrier made us, which a colleague could not accept. */
function received(covered: boolean): Offer {
  return {
    id: 'o',
    loadId: 'l',
    loadReference: 'L-1',
    direction: 'RECEIVED',
    buyerOrganisationId: 'ours',
    counterpart: { name: 'Carrier' },
    price: { amount: '10.00', currency: 'USD' },
    expiresAt: '2026-12-28T08:00:00Z',
    unfunded: { since: '', covered, lacking: covered ? null : { amount: '4.00', currency: 'USD' } },
  } as unknown as Offer;
}

test('an offer that the own wallet does not cover is to be funded, and then to be answered', () => {
  const lacking = page<Offer>(received(false));
  const toFund = ofDeals({ offers: lacking, unfunded: lacking }, me, now);
  expect(toFund.map(({ key, to }) => [key, to])).toEqual([['funding/o', '/wallet']]);
  expect(toFund[0]?.title).toContain('4.00');
  const covered = page<Offer>(received(true));
  expect(keys(ofDeals({ offers: covered, unfunded: covered }, me, now))).toEqual(['o']);
});

test('who may not add money is led to the load, and who sells hears when the money is there', () => {
  const poor = { ...me, permissions: [] } as unknown as Me;
  expect(ofDeals({ unfunded: page<Offer>(received(false)) }, poor, now)[0]?.to).toBe('/loads/l');
  const selling = { ...received(true), buyerOrganisationId: 'theirs' };
  expect(ofDeals({ unfunded: page<Offer>(selling) }, me, now)[0]?.to).toBe('/offers');
  expect(
    ofDeals(
      { unfunded: page<Offer>({ ...selling, ...received(false), buyerOrganisationId: 'theirs' }) },
      me,
      now,
    ),
  ).toEqual([]);
});

test('a contest waits for who can act on it, and is under way for everybody else', () => {
  const contest = (status: string, actions: string[], seller = 'theirs') =>
    page<Contest>({
      id: 'c',
      status,
      actions,
      buyer: { id: 'ours' },
      seller: { id: seller },
      answerDueAt: '2026-11-29T08:00:00Z',
    } as unknown as Contest);
  const urgencies = (contests: Page<Contest>) =>
    ofDisputes({ contests }, me, now).map(({ urgency }) => urgency);
  expect(urgencies(contest('AWAITING_DECISION', []))).toEqual([undefined]);
  expect(urgencies(contest('AWAITING_DECISION', [], 'ours'))).toEqual([undefined]);
  expect(urgencies(contest('AWAITING_ANSWER', []))).toEqual([undefined]);
  expect(urgencies(contest('AWAITING_ANSWER', [], 'ours'))).toEqual([undefined]);
  expect(urgencies(contest('AWAITING_ANSWER', ['answer'], 'ours'))).toEqual(['soon']);
});

test('an administrator decides the oldest contest first, and is told how many wait', () => {
  const queued = { contested: { saidAt: hours(-30) } } as unknown as QueuedContest;
  expect(ofDisputes({ queue: page<QueuedContest>() }, me, now)).toEqual([]);
  const [task] = ofDisputes({ queue: page<QueuedContest>(queued, queued) }, me, now);
  expect(task).toMatchObject({ to: '/admin/contests', deadline: hours(-30), urgency: 'now' });
  expect(task?.title).toContain('2');
});

const stop = (end: string, more: object = {}) => ({
  place: { name: 'Chicago', zone: 'America/Chicago' },
  window: { start: end, end },
  arrivedAt: null,
  departedAt: null,
  ...more,
});

function booking(more: object): Page<Booking> {
  return page<Booking>({
    id: 'b',
    reference: 'B-1',
    status: 'CONFIRMED',
    actions: [],
    buyer: { id: 'theirs', name: 'Shipper' },
    seller: { id: 'ours', name: 'Carrier', suspended: false },
    tripId: 't',
    driver: null,
    vehicle: null,
    releaseDueAt: null,
    stops: [stop(hours(3)), stop(hours(30))],
    ...more,
  } as unknown as Booking);
}

const crew = { driver: { id: 'd' }, vehicle: { id: 'v' } };

test.each([
  [
    'its proof first',
    { actions: ['accept-proof', 'dispatch'], releaseDueAt: hours(60) },
    '/bookings/b',
    hours(60),
    'whenever',
  ],
  [
    'no day of payment to a suspended seller',
    { actions: ['accept-proof'], releaseDueAt: hours(60), seller: { id: 's', suspended: true } },
    '/bookings/b',
    undefined,
    'whenever',
  ],
  ['a carrier for a broker’s', { actions: ['cover'], tripId: null }, '/bookings/b', hours(3), 'now'],
  ['a crew before its dispatch', { actions: ['dispatch'] }, '/trips/t', hours(3), 'now'],
  ['its dispatch once it has a crew', { actions: ['dispatch'], ...crew }, '/bookings/b', hours(3), 'now'],
  [
    'a look where it is late',
    { status: 'IN_TRANSIT', ...crew, stops: [stop(hours(-9), { departedAt: hours(-8) }), stop(hours(-1))] },
    '/bookings/b',
    hours(-1),
    'now',
  ],
])('of a booking is next: %s', (_, more, to, deadline, urgency) => {
  const tasks = ofBookings({ bookings: booking(more) }, me, now);
  expect(tasks).toHaveLength(1);
  expect(tasks[0]).toMatchObject({ to, urgency });
  expect(tasks[0]?.deadline).toBe(deadline);
});

test.each([
  ['is in time', { status: 'IN_TRANSIT', ...crew }],
  [
    'has arrived where its window is over',
    { status: 'AT_DELIVERY', stops: [stop(hours(-1), { arrivedAt: hours(-2) })] },
  ],
  ['is over', { status: 'SETTLED', stops: [stop(hours(-1))] }],
])('of a booking that %s nothing waits', (_, more) => {
  expect(ofBookings({ bookings: booking(more) }, me, now)).toEqual([]);
});

test('only who sells assigns and dispatches', () => {
  const seller = { id: 'theirs', name: 'Carrier', suspended: false };
  expect(ofBookings({ bookings: booking({ actions: ['dispatch'], seller }) }, me, now)).toEqual([]);
});

test('a load waits for a trip unless an offer on it waits for an answer', () => {
  const loads = page<Load>(
    { id: 'draft', status: 'DRAFT', reference: 'L-0', stops: [] },
    { id: 'open', status: 'OPEN', reference: 'L-1', stops: [stop(hours(20))] as unknown as Load['stops'] },
    { id: 'offered', status: 'OPEN', reference: 'L-2', stops: [] },
    { id: 'done', status: 'DELIVERED', reference: 'L-3', stops: [] },
  );
  const offers = page<Offer>({ id: 'o', loadId: 'offered' });
  const tasks = ofLoads({ loads, offers }, me, now);
  expect(tasks.map(({ to, urgency }) => [to, urgency])).toEqual([
    ['/loads/draft', 'whenever'],
    ['/loads/open', 'soon'],
  ]);
});

test('who has nothing yet is told how to begin, and nobody before it is known', () => {
  expect(ofLoads({}, me, now)).toEqual([]);
  expect(ofLoads({ loads: page<Load>() }, me, now)[0]?.to).toBe('/loads/new');
  const broker = { ...me, permissions: ['carriage.broker'] } as unknown as Me;
  expect(ofLoads({ loads: page<Load>() }, broker, now)[0]?.to).toBe('/loads?scope=market');
  expect(ofFleet({})).toEqual([]);
  expect(ofFleet({ vehicles: page<Vehicle>(), drivers: page<Driver>() }).map(({ to }) => to)).toEqual([
    '/fleet/vehicles/new',
    '/fleet/drivers/new',
  ]);
});

test('the nearest deadline is first, then what has none, and what only begins is last', () => {
  const task = (key: string, more: Partial<Task> = {}): Task => ({
    key,
    title: key,
    verb: 'do',
    to: '/',
    ...more,
  });
  const tasks = [
    task('begin', { begins: true }),
    task('far', { deadline: hours(50) }),
    task('none'),
    task('near', { deadline: hours(1) }),
    task('near too', { deadline: hours(1) }),
    task('none too'),
  ];
  expect(keys(inOrder(tasks))).toEqual(['near', 'near too', 'far', 'none', 'none too', 'begin']);
});

test('within four hours is now, within two days is soon', () => {
  expect(
    [null, hours(-1), hours(3.9), hours(4), hours(47.9), hours(48)].map((at) => urgencyOf(at, now)),
  ).toEqual(['whenever', 'now', 'now', 'soon', 'soon', 'whenever']);
});
