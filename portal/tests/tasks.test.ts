import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { HomeTask, HomeView, Me } from '@/api/types';
import { kinds, moreOf, tasksOf, urgencyOf } from '@/shell/home/tasks';
import { readerOf } from '@/shell/me';

const now = Date.parse('2026-11-28T08:00:00Z');
const hours = (n: number) => new Date(now + n * 3_600_000).toISOString();
const reader = (...permissions: string[]) =>
  readerOf({ organisation: { id: 'ours' }, permissions, ownTrips: [] } as unknown as Me);
const me = reader('wallet.top-up', 'offers.make');

const task = (kind: string, more: Partial<HomeTask> = {}): HomeTask => ({
  kind,
  turn: 'YOURS',
  subject: { type: 'booking', id: 'b', reference: 'B-1' },
  within: { type: 'load', id: 'l', reference: 'L-1' },
  counterpart: 'Carrier',
  amount: null,
  place: 'Chicago',
  deadline: null,
  zone: null,
  ...more,
});
const home = (...tasks: HomeTask[]): HomeView => ({
  tasks,
  totals: [...new Set(tasks.map(({ kind }) => kind))].map((kind) => ({
    kind,
    number: tasks.filter((each) => each.kind === kind).length,
  })),
});

/** What the business names, wherever it does. */
function namedByTheServer(): string[] {
  const folder = '../ejb-domain/src/main/java/org/lanerunner';
  const sources = readdirSync(folder).flatMap((feature) =>
    readdirSync(join(folder, feature))
      .map((file) => readFileSync(join(folder, feature, file), 'utf8'))
      .filter((text) => text.includes('implements WaitsFor'))
      .flatMap((text) =>
        [...text.matchAll(new RegExp(`['"](${feature}\\.[a-z-]+)['"]`, 'g'))].map(([, kind]) => kind!),
      ),
  );
  return [...new Set(sources)].sort();
}

test('every kind of task that the server tells has its words, and no other', () => {
  expect(Object.keys(kinds).sort()).toEqual(namedByTheServer());
  expect(namedByTheServer().length).toBeGreaterThan(15);
});

test('each kind leads somewhere', () => {
  for (const kind of Object.keys(kinds)) {
    const [said] = tasksOf(home(task(kind)), me, now);
    expect(said?.title, kind).toBeTruthy();
    expect(said?.verb, kind).toBeTruthy();
    expect(said?.to, kind).toMatch(/^\/[a-z]/);
  }
});

test('who may not add money is led to the load', () => {
  const lacking = home(task('deals.fund-received', { amount: { amount: '4.00', currency: 'USD' } }));
  expect(tasksOf(lacking, me, now)[0]?.to).toBe('/wallet');
  expect(tasksOf(lacking, me, now)[0]?.title).toContain('4.00');
  expect(tasksOf(lacking, reader(), now)[0]?.to).toBe('/loads/l');
});

test('what is wanting is not told where the server keeps it', () => {
  expect(tasksOf(home(task('deals.fund-made')), me, now)[0]?.title).toContain('did not cover');
});

test('what others are to do has no urgency', () => {
  const tasks = home(
    task('disputes.answer', { deadline: hours(24) }),
    task('disputes.answer-awaited', { deadline: hours(24), turn: 'OTHERS' }),
  );
  expect(tasksOf(tasks, me, now).map(({ urgency }) => urgency)).toEqual(['soon', undefined]);
});

test('the nearer the deadline, the more urgent; what is late or lacks money waits for nothing', () => {
  expect([3, 47, 49].map((n) => urgencyOf(hours(n), now))).toEqual(['now', 'soon', 'whenever']);
  expect(urgencyOf(null, now)).toBe('whenever');
  const tasks = home(task('bookings.late', { deadline: hours(60) }), task('deals.accept-again'));
  expect(tasksOf(tasks, me, now).map(({ urgency }) => urgency)).toEqual(['now', 'now']);
});

test('the money of a delivery goes by itself only where the server says when', () => {
  const then = (deadline: string | null) =>
    tasksOf(home(task('bookings.accept-proof', { deadline })), me, now)[0]?.then;
  expect(then(hours(1))).toContain('Carrier');
  expect(then(null)).toBeUndefined();
});

test('how many more wait is told, and not of what one task stands for or others are to do', () => {
  const tasks = home(
    task('deals.answer-offer'),
    task('disputes.decide', { subject: null }),
    task('disputes.answer-awaited', { turn: 'OTHERS' }),
  );
  tasks.totals.forEach((total) => (total.number = 151));
  expect(moreOf(tasks, me)).toBe(150);
  expect(tasksOf(tasks, me, now)[1]?.title).toContain('151');
});

test('of a kind that this page has no words for nothing is shown or counted', () => {
  const unknown = home(task('rates.expired'));
  unknown.totals.forEach((total) => (total.number = 70));
  expect(tasksOf(unknown, me, now)).toEqual([]);
  expect(moreOf(unknown, me)).toBe(0);
});

test('a broker with no load yet may look for carriage to sell', () => {
  const first = home(task('loads.first', { subject: null }));
  expect(tasksOf(first, me, now)[0]?.to).toBe('/loads/new');
  expect(tasksOf(first, reader('carriage.broker'), now)[0]?.to).toBe('/loads?scope=market');
});
