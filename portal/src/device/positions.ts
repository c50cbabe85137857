import { post } from '@/api/http';
import { Problem } from '@/api/problem';
import { session } from '@/api/session';
import { put, remove, some, underLock, values } from './store';

/**
 * Positions on their way to the server: kept first, sent in their order by trip, those of before a reload too. The server knows each by its trip and time, so that a batch
 * whose answer was lost is sent again without harm.
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
  /** Whose way it is a part of. */
  way: string;
}

interface Receipt {
  accepted: number;
  duplicates: number;
  refused: { index: number; reason: string }[];
}

export interface Sent {
  /** How many arrived. */
  fixes: number;
  /** How many stay here, since by the server's clock they are of the future. */
  ahead: number;
  /** What the server would not take any more, and of which trip. */
  over: { tripId: string; problem: Problem | null } | null;
  /** No answer, or not now. */
  unreachable: boolean;
  /** When it may be asked again, where the server says so. */
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

/** How many of the own wait here. */
export async function waitingFixes(): Promise<number> {
  const ways = (await values('positions', 'way')).filter(isMine);
  const lengths = await Promise.all(
    ways.map(async (way) => (await some<KeptFix>('positions', 'way', way, 100_000)).length),
  );
  return lengths.reduce((sum, length) => sum + length, 0);
}

/** Another's go unseen and unsent. */
export async function discardOthersFixes(): Promise<void> {
  for (const way of (await values('positions', 'way')).filter((one) => !isMine(one))) await drop(way);
}

/** The server takes none any more that are older than this. */
const oldMillis = 7 * 86_400_000;

/** Of nobody does a way stay here for ever. */
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

/** Ends the sharing where no other driver of the trip is told: the server keeps none of this one's any more. */
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

/** @param mayBeEarly whether a dispatch is still on its way, before which no position is taken */
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
