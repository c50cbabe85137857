import { post } from '@/api/http';
import { Problem } from '@/api/problem';
import { session } from '@/api/session';
import { put, remove, some, underLock, values } from './store';

/**
 * Positions on their way to the server. They are kept first and sent in order, trip by trip, including those from before a reload. The server knows each by
 * its trip and time, so a batch whose answer was lost can be sent again without harm.
 */
export interface Fix {
  at: string;
  latitude: number;
  longitude: number;
  accuracyMeters: number | null;
  speedMetersPerSecond: number | null;
  headingDegrees: number | null;
}

interface KeptFix extends Fix {
  order: number;
  /** The person and trip that it belongs to. */
  way: string;
}

interface Receipt {
  accepted: number;
  duplicates: number;
  refused: { index: number; reason: string }[];
}

export interface Sent {
  /** How many positions arrived. */
  fixes: number;
  /** How many stay here because the server's clock says that they are in the future. */
  ahead: number;
  /** The trip whose positions the server takes no more, and why. */
  over: { tripId: string; problem: Problem | null } | null;
  /** No answer came, or the server is busy. */
  unreachable: boolean;
  /** When to ask again, where the server says so. */
  waitsUntil: number | null;
}

const batchSize = 250;
const batchMillis = 30_000;

function wayOf(tripId: string): string {
  return [session.personId(), session.organisationId(), tripId].join('|');
}

function isMine(way: string): boolean {
  return way.startsWith(`${session.personId()}|${session.organisationId()}|`);
}

export async function keepFix(tripId: string, fix: Fix): Promise<void> {
  await put('positions', { ...fix, way: wayOf(tripId) });
}

/** How many of the person's own positions wait here. */
export async function waitingFixes(): Promise<number> {
  const ways = (await values('positions', 'way')).filter(isMine);
  const lengths = await Promise.all(
    ways.map(async (way) => (await some<KeptFix>('positions', 'way', way, 100_000)).length),
  );
  return lengths.reduce((sum, length) => sum + length, 0);
}

/** Deletes another person's positions, unread and unsent. */
export async function discardOthersFixes(): Promise<void> {
  for (const way of (await values('positions', 'way')).filter((one) => !isMine(one))) await drop(way);
}

/** The server takes no positions that are older than this. */
const oldMillis = 7 * 86_400_000;

/** Deletes positions that are too old, whoever they belong to. */
export async function forgetOldFixes(): Promise<void> {
  for (const way of await values('positions', 'way')) {
    const [first] = await some<KeptFix>('positions', 'way', way, 1);
    if (first && Date.now() - Date.parse(first.at) > oldMillis) await drop(way);
  }
}

async function drop(way: string): Promise<void> {
  const fixes = await some<KeptFix>('positions', 'way', way, 100_000);
  await remove(
    'positions',
    fixes.map((fix) => fix.order),
  );
}

/** Reasons for a refusal that end the sharing: the server keeps no more of this driver's positions of the trip. The driver is not told who drives instead. */
const othersWay = new Set(['OTHER_DRIVER', 'AFTER_TRIP']);

async function sendWay(way: string, sent: Sent, mayBeEarly: boolean): Promise<void> {
  const tripId = way.slice(way.lastIndexOf('|') + 1);
  for (;;) {
    const batch = await some<KeptFix>('positions', 'way', way, batchSize);
    if (batch.length === 0) return;
    try {
      const positions = batch.map(({ order: _order, way: _way, ...fix }) => fix);
      const receipt = await post<Receipt>(
        '/tracking/positions',
        { tripId, positions },
        { idempotencyKey: undefined, signal: AbortSignal.timeout(batchMillis) },
      );
      const ahead = new Set(
        receipt.refused.filter((one) => one.reason === 'FUTURE').map((one) => batch[one.index]?.order),
      );
      const done = batch.filter((fix) => !ahead.has(fix.order));
      await remove(
        'positions',
        done.map((fix) => fix.order),
      );
      sent.fixes += receipt.accepted + receipt.duplicates;
      sent.ahead = ahead.size;
      const last = receipt.refused.find((one) => one.index === batch.length - 1);
      if (last && othersWay.has(last.reason)) sent.over = { tripId, problem: null };
      if (ahead.size > 0 || batch.length < batchSize) return;
    } catch (fault) {
      const problem = Problem.of(fault);
      const notYet = mayBeEarly && problem.slug === 'tracking/trip-not-started';
      if (notYet || problem.passes) {
        sent.unreachable = true;
        sent.waitsUntil = problem.waitsUntil;
        return;
      }
      await drop(way);
      sent.over = { tripId, problem };
      return;
    }
  }
}

/** @param mayBeEarly whether a dispatch still waits to be sent, before which the server takes no position */
export function sendFixes(mayBeEarly: boolean): Promise<Sent> {
  return underLock('positions', async () => {
    const sent: Sent = { fixes: 0, ahead: 0, over: null, unreachable: false, waitsUntil: null };
    if (!session.isOpen()) return sent;
    for (const way of (await values('positions', 'way')).filter(isMine)) {
      await sendWay(way, sent, mayBeEarly);
      if (sent.unreachable) break;
    }
    return sent;
  });
}
