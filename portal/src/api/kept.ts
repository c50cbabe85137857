import { useSyncExternalStore } from 'react';
import { newKey, post } from './http';
import { Problem } from './problem';
import { session } from './session';

/**
 * What a driver told while no server could be reached: kept on this device with the time it happened, sent in its order once
 * the server answers again, each under its own idempotency key so that nothing counts twice. What the server then refuses stays
 * visible until the driver lets go of it.
 */
export interface KeptAction {
  key: string;
  /** Only the person who told it sends it. */
  personId: string | null;
  bookingId: string;
  verb: 'dispatch' | 'arrive' | 'depart';
  body: { stop?: number; reason?: string; occurredAt: string };
  refused?: string;
}

const storageKey = 'lanerunner.kept-actions';
const lockName = 'lanerunner.kept-actions';
const listeners = new Set<() => void>();

function read(): KeptAction[] {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '[]') as KeptAction[];
  } catch {
    return [];
  }
}

let current = read();

function write(actions: KeptAction[]): void {
  current = actions;
  localStorage.setItem(storageKey, JSON.stringify(actions));
  listeners.forEach((listener) => listener());
}

window.addEventListener('storage', (event) => {
  if (event.key !== storageKey) return;
  current = read();
  listeners.forEach((listener) => listener());
});

export function keep(action: Omit<KeptAction, 'key' | 'personId'>): void {
  write([...read(), { ...action, key: newKey(), personId: session.personId() }]);
}

export function letGo(key: string): void {
  write(read().filter((action) => action.key !== key));
}

export function useKeptActions(): KeptAction[] {
  const all = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
  return all.filter(mine);
}

function mine(action: KeptAction): boolean {
  return action.personId === session.personId();
}

async function sendOne(action: KeptAction): Promise<'sent' | 'refused' | 'unreachable'> {
  try {
    await post(`/bookings/${action.bookingId}/${action.verb}`, action.body, { idempotencyKey: action.key });
    letGo(action.key);
    return 'sent';
  } catch (fault) {
    const problem = Problem.of(fault);
    const passing =
      problem.status === 0 || problem.status >= 500 || problem.status === 429 || problem.status === 401;
    if (passing) return 'unreachable';
    write(read().map((one) => (one.key === action.key ? { ...one, refused: problem.message } : one)));
    return 'refused';
  }
}

async function sendAll(): Promise<number> {
  let sent = 0;
  for (const action of read().filter((one) => mine(one) && !one.refused)) {
    const outcome = await sendOne(action);
    if (outcome !== 'sent') break;
    sent++;
  }
  return sent;
}

let sending: Promise<number> | null = null;

/** Sends what waits, one tab at a time; answers how many arrived. */
export async function sendKept(): Promise<number> {
  if (!session.isOpen() || !read().some((action) => mine(action) && !action.refused)) return 0;
  const locks = navigator.locks as LockManager | undefined;
  if (locks) return await locks.request(lockName, sendAll);
  sending ??= sendAll().finally(() => (sending = null));
  return sending;
}
