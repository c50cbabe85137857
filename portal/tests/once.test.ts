import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { agreements, type AgreementName } from '@/api/agreements';

const names = Object.keys(agreements) as AgreementName[];
const made = (name: AgreementName, body: object = { n: 1 }) => ({ name, id: 'x1', label: 'L-1', body });

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
  });
const answer = {
  booking: { id: 'b1', createdAt: '2026-11-27T10:42:00Z' },
  createdAt: '2026-11-27T10:42:00Z',
};
const lost = () => Promise.reject(new TypeError('connection lost'));

type Fetch = (path: string, init: { headers: Record<string, string> }) => Promise<Response>;

/** The keys under which it was asked for, in their order. */
function server(...answers: (() => Promise<Response>)[]): string[] {
  const keys: string[] = [];
  const asked: Fetch = (_, init) => {
    keys.push(init.headers['Idempotency-Key']!);
    return (answers[Math.min(keys.length, answers.length) - 1] ?? lost)();
  };
  vi.stubGlobal('fetch', asked);
  return keys;
}

/** The page, loaded anew in the same tab. */
async function page() {
  vi.resetModules();
  const { session } = await import('@/api/session');
  if (!session.isOpen()) {
    session.open({
      accessToken: `a.${btoa(JSON.stringify({ sub: 'me', org: 'us' }))}.c`,
      refreshToken: null,
      expiresIn: 600,
    });
  }
  return import('@/api/intentions');
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.unstubAllGlobals();
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  return () => vi.useRealTimers();
});

describe.each(names)('%s', (name) => {
  test('two presses at once are one call', async () => {
    const { carryOut } = await page();
    const keys = server(() => Promise.resolve(json(answer)));
    await Promise.all([carryOut(made(name)), carryOut(made(name))]);
    expect(keys).toHaveLength(1);
  });

  test('a lost answer is asked for again under the same key', async () => {
    const { carryOut } = await page();
    const keys = server(lost, lost, () => Promise.resolve(json(answer)));
    const done = carryOut(made(name));
    await vi.runAllTimersAsync();
    expect(await done).toEqual(answer);
    expect(keys).toEqual([keys[0], keys[0], keys[0]]);
  });

  test('what was under way when the page went away is asked for again by the next one', async () => {
    const before = await page();
    const keys = server(
      () => new Promise(() => {}),
      () => Promise.resolve(json(answer)),
    );
    void before.carryOut(made(name));
    await vi.waitFor(() => expect(keys).toHaveLength(1));
    const after = await page();
    await after.resume();
    expect(keys).toEqual([keys[0], keys[0]]);
    await after.resume();
    expect(keys, 'once answered it is nobody’s intention any more').toHaveLength(2);
  });

  test('what was told to have no answer waits for its person, who asks under the same key', async () => {
    const before = await page();
    const keys = server(lost);
    const refused = before.carryOut(made(name)).catch((problem: Error) => problem.message);
    await vi.runAllTimersAsync();
    expect(await refused).toMatch(/Asking again is safe/);
    const tried = keys.length;
    const after = await page();
    await after.resume();
    expect(keys).toHaveLength(tried);
    const again = server(() => Promise.resolve(json(answer)));
    await after.carryOut(made(name));
    expect(again).toEqual([keys[0]]);
  });

  test('another press after the answer, or with other words, has another key', async () => {
    const { carryOut } = await page();
    const keys = server(() => Promise.resolve(json(answer)));
    await carryOut(made(name));
    await carryOut(made(name));
    await carryOut(made(name, { n: 2 }));
    expect(new Set(keys).size).toBe(3);
  });
});

test('somebody else at this browser, or for another organisation, sends nothing of it', async () => {
  const before = await page();
  const keys = server(() => new Promise(() => {}));
  void before.carryOut(made('wallet.top-up'));
  await vi.waitFor(() => expect(keys).toHaveLength(1));
  localStorage.setItem('lanerunner.session', JSON.stringify({ personId: 'me', organisationId: 'others' }));
  const after = await page();
  await after.resume();
  expect(keys).toHaveLength(1);
});

test('who was not heard the second time learns nothing of what became of the first', async () => {
  const { carryOut } = await page();
  const keys = server(lost, () => Promise.resolve(json({ type: 'rates/too-many', status: 429 }, 429)));
  const told = carryOut(made('wallet.top-up')).catch((problem: Error) => problem.message);
  await vi.runAllTimersAsync();
  expect(await told).toMatch(/Asking again is safe/);
  const again = server(() => Promise.resolve(json(answer)));
  await carryOut(made('wallet.top-up'));
  expect(again).toEqual([keys[0]]);
});

test('who is refused the first time is told why, and nothing is kept of it', async () => {
  const { carryOut } = await page();
  server(() => Promise.resolve(json({ type: 'rates/too-many', status: 429, detail: 'Too many.' }, 429)));
  await expect(carryOut(made('wallet.top-up'))).rejects.toThrow('Too many.');
  expect(sessionStorage.getItem('lanerunner.intentions')).toBe('[]');
});

test('who signs out leaves nothing behind, in no tab', async () => {
  const { carryOut, resume } = await page();
  const { forgetIntentions } = await import('@/api/signedOut');
  const keys = server(() => new Promise(() => {}));
  void carryOut(made('wallet.top-up'));
  await vi.waitFor(() => expect(keys).toHaveLength(1));
  forgetIntentions();
  expect(sessionStorage.getItem('lanerunner.intentions')).toBe('[]');
  void carryOut(made('wallet.top-up', { n: 2 }));
  await vi.waitFor(() => expect(keys).toHaveLength(2));
  window.dispatchEvent(new StorageEvent('storage', { key: 'lanerunner.signed-out' }));
  expect(sessionStorage.getItem('lanerunner.intentions')).toBe('[]');
  await resume();
  expect(keys).toHaveLength(2);
});

test('what is an hour old is nobody’s intention any more, and no more than twenty are kept', async () => {
  const before = await page();
  server(() => new Promise(() => {}));
  for (let n = 0; n < 30; n++) void before.carryOut(made('wallet.top-up', { n }));
  const kept = JSON.parse(sessionStorage.getItem('lanerunner.intentions')!) as { at: number }[];
  expect(kept).toHaveLength(20);
  const old = kept.map((one) => ({ ...one, at: one.at - 3_600_001 }));
  sessionStorage.setItem('lanerunner.intentions', JSON.stringify(old));
  const after = await page();
  const keys = server(() => new Promise(() => {}));
  await after.resume();
  expect(keys).toHaveLength(0);
});

test('who comes second reads what stands there', async () => {
  const { carryOut } = await page();
  const offer = { status: 'ACCEPTED', end: { at: '2026-11-27T10:42:00Z', by: 'YOU' } };
  server(
    () => Promise.resolve(json({ type: 'offers/not-open', status: 409, detail: 'no' }, 409)),
    () => Promise.resolve(json(offer)),
  );
  await expect(carryOut(made('offer.accept'))).rejects.toThrow(/^Already accepted by you at \d\d:\d\d\.$/);
});

const at = '2026-11-27T10:42:00Z';
const contest = { status: 'AWAITING_DECISION', answer: { saidAt: at }, endedAt: null, settledAt: null };

test.each<[AgreementName, object, RegExp]>([
  ['booking.accept-proof', { status: 'CONTESTED', contestedAt: at }, /^Already contested at \d\d:\d\d\.$/],
  ['booking.contest', { status: 'CONTESTED', contestedAt: at }, /^Already contested at/],
  ['booking.contest', { status: 'REFUNDED', contestedAt: at, refundedAt: at }, /^Already refunded at/],
  ['booking.cancel', { status: 'SETTLED', contestedAt: at, settledAt: at }, /^Already settled at/],
  ['booking.accept-proof', { status: 'DELIVERED', contestedAt: at }, /^no$/],
  ['contest.answer', contest, /^The contest was answered at \d\d:\d\d\.$/],
  ['contest.answer', { ...contest, status: 'WITHDRAWN', endedAt: at }, /over already: taken back at/],
  ['contest.withdraw', { ...contest, answer: null }, /^no$/],
  [
    'contest.refund',
    { contest: { ...contest, status: 'RELEASED', endedAt: at } },
    /over already: decided for the carrier at/,
  ],
])('who comes second with %s finds %o', async (name, found, said) => {
  const { carryOut } = await page();
  server(
    () => Promise.resolve(json({ type: 'taken', status: 409, detail: 'no' }, 409)),
    () => Promise.resolve(json(found)),
  );
  await expect(carryOut(made(name))).rejects.toThrow(said);
});

/** What the page says that was loaded before the answer came. */
async function saidAfterReload(name: AgreementName, reply: object, kept?: string): Promise<string> {
  const before = await page();
  server(
    () => new Promise(() => {}),
    () => Promise.resolve(json(reply)),
  );
  void before.carryOut({ ...made(name), kept });
  const after = await page();
  const outcomes = renderHook(() => after.useOutcomes());
  await act(() => after.resume());
  return outcomes.result.current.map((one) => one.text).join();
}

test.each<[AgreementName, object, RegExp]>([
  ['booking.accept-proof', { settledAt: at }, /accepted, and its price released at \d\d:\d\d\.$/],
  ['booking.accept-proof', { settledAt: null, releaseDueAt: at }, /accepted at \d\d:\d\d\. The money waits/],
  ['contest.withdraw', { ...contest, endedAt: at, settledAt: at }, /back, and its price released at/],
  ['contest.withdraw', { ...contest, endedAt: at }, /taken back at \d\d:\d\d\. The money waits/],
  ['contest.release', { ...contest, endedAt: at, settledAt: at }, /the carrier is paid at/],
  ['contest.release', { ...contest, endedAt: at }, /for the carrier at \d\d:\d\d\. The money waits/],
  ['contest.refund', { ...contest, endedAt: at }, /the price is paid back at \d\d:\d\d\.$/],
  ['load.create', { id: 'l1', status: 'OPEN', postedAt: at }, /posted at/],
  ['load.create', { id: 'l1', status: 'DRAFT', createdAt: at }, /kept as a draft at \d\d:\d\d\.$/],
])('of %s answered with %o that is said which came about', async (name, reply, said) => {
  expect(await saidAfterReload(name, reply)).toMatch(said);
});

test('a form whose draft was sent before a reload has nothing left to send', async () => {
  localStorage.setItem('lanerunner.kept.load.us', '"typed"');
  vi.resetModules();
  const { useKept } = await import('@/components/useKept');
  const form = renderHook(() => useKept('load.us', () => ''));
  const other = renderHook(() => useKept('trip.us', () => 'another'));
  expect(form.result.current[0]).toBe('typed');
  expect(await saidAfterReload('load.create', { id: 'l1', status: 'OPEN', postedAt: at }, 'load.us')).toMatch(
    /posted/,
  );
  expect(form.result.current[0]).toBe('');
  expect(other.result.current[0]).toBe('another');
  expect(localStorage.getItem('lanerunner.kept.load.us')).not.toContain('typed');
});

test('an offer is valid from its first press on, and the same one when it is pressed again', async () => {
  const bodies: string[] = [];
  const keys = new Set<string>();
  vi.stubGlobal('fetch', (path: string, init: { body: string; headers: Record<string, string> }) => {
    if (path === '/api/offers') {
      bodies.push(init.body);
      keys.add(init.headers['Idempotency-Key']!);
    }
    return lost();
  });
  const offer = made('offer.make', { loadId: 'l1', validHours: 1 });
  const now = vi.spyOn(Date, 'now');
  const began = Date.parse(at);
  for (const minutes of [0, 20]) {
    now.mockReturnValue(began + minutes * 60_000);
    const { carryOut } = await page();
    const told = carryOut(offer).catch(() => {});
    await vi.runAllTimersAsync();
    await told;
  }
  now.mockRestore();
  expect(new Set(bodies)).toEqual(
    new Set([JSON.stringify({ loadId: 'l1', expiresAt: '2026-11-27T11:42:00.000Z' })]),
  );
  expect(keys.size).toBe(1);
});
