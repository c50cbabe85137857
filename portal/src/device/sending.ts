import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { session } from '@/api/session';
import { keepables } from './keepables';
import { ownActions, sendKept, subscribeKept } from './kept';
import { forgetOldFixes, sendFixes, waitingFixes, type Sent } from './positions';

/**
 * Sends what waits on this device: first the reports, in order, then the positions. After each failure it waits longer, up to a minute; it tries at once when
 * the connection or the driver comes back.
 */
export interface SendingSnapshot {
  /** How many positions wait. */
  waiting: number;
  lastSentAt: number | null;
  /** How many positions the server says are in the future, because this device's clock runs ahead. */
  ahead: number;
  over: Sent['over'];
}

const betweenMillis = 10_000;
const firstWaitMillis = 3000;
const longestWaitMillis = 60_000;
const lastAttemptMillis = 3000;
const lastSentKey = 'lanerunner.last-sent';

class Sending {
  private snapshot: SendingSnapshot = {
    waiting: 0,
    lastSentAt: Number(sessionStorage.getItem(lastSentKey)) || null,
    ahead: 0,
    over: null,
  };
  private listeners = new Set<() => void>();
  private client: QueryClient | null = null;
  private onSent: (actions: number) => void = () => undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private due = Infinity;
  private failures = 0;
  private running = false;
  private ranAt = 0;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  current = (): SendingSnapshot => this.snapshot;

  /** Goes on until the returned function is called. @param onSent called with the number of reports that arrived */
  start(client: QueryClient, onSent: (actions: number) => void): () => void {
    this.client = client;
    this.onSent = onSent;
    const again = () => this.now();
    const unsubscribe = subscribeKept(() => headIsFree() && this.soon());
    const seen = () => document.visibilityState === 'visible' && this.now();
    window.addEventListener('online', again);
    window.addEventListener('focus', again);
    document.addEventListener('visibilitychange', seen);
    void forgetOldFixes()
      .catch(() => undefined)
      .then(() => this.counted())
      .then(again);
    return () => {
      unsubscribe();
      window.removeEventListener('online', again);
      window.removeEventListener('focus', again);
      document.removeEventListener('visibilitychange', seen);
      clearTimeout(this.timer);
      this.due = Infinity;
      this.client = null;
    };
  }

  now(): void {
    this.at(0);
  }

  /** There is something more to send. */
  soon(): void {
    if (this.failures === 0) this.at(Math.max(0, this.ranAt + betweenMillis - Date.now()));
  }

  fixKept(): void {
    this.become({ waiting: this.snapshot.waiting + 1 });
    this.soon();
  }

  /** What still waits after one more attempt, which may take a moment. */
  async rest(): Promise<{ actions: number; positions: number }> {
    const patience = new Promise<void>((over) => setTimeout(over, lastAttemptMillis));
    if (ownActions().length + this.snapshot.waiting > 0) await Promise.race([this.run(), patience]);
    return { actions: ownActions().length, positions: this.snapshot.waiting };
  }

  private at(millis: number): void {
    const due = Date.now() + millis;
    if (!this.client || due >= this.due) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => void this.run(), millis);
  }

  private async run(): Promise<void> {
    clearTimeout(this.timer);
    this.due = Infinity;
    if (this.running || !session.isOpen()) return;
    this.running = true;
    this.ranAt = Date.now();
    const wait = await this.attempt().finally(() => (this.running = false));
    if (wait !== null) this.at(wait);
  }

  /** Makes one attempt. Returns how long to wait for the next, or null where nothing waits. */
  private async attempt(): Promise<number | null> {
    const arrived = await sendKept();
    if (arrived > 0) {
      this.onSent(arrived);
      void this.client?.invalidateQueries();
    }
    const actionsWait = ownActions().some((action) => !action.refused);
    const sent =
      this.snapshot.waiting > 0
        ? await sendFixes(ownActions().some((action) => keepables[action.name].road === 'begins'))
        : null;
    if (sent) {
      await this.counted();
      this.become({
        ahead: sent.ahead,
        ...(sent.fixes > 0 && { lastSentAt: sentNow() }),
        ...(sent.over && { over: sent.over }),
      });
    }
    const failed = Boolean(sent?.unreachable) || (actionsWait && headIsFree());
    this.failures = failed ? this.failures + 1 : 0;
    if (sent?.waitsUntil) return Math.max(0, sent.waitsUntil - Date.now());
    if (failed) {
      const ceiling = Math.min(longestWaitMillis, firstWaitMillis * 2 ** (this.failures - 1));
      return ceiling * (0.5 + Math.random() / 2);
    }
    return this.snapshot.waiting > 0 ? betweenMillis : null;
  }

  private async counted(): Promise<void> {
    const waiting = await waitingFixes().catch(() => 0);
    this.become({ waiting });
  }

  overSeen(): void {
    this.become({ over: null });
  }

  private become(change: Partial<SendingSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    this.listeners.forEach((listener) => listener());
  }
}

function sentNow(): number {
  const now = Date.now();
  sessionStorage.setItem(lastSentKey, String(now));
  return now;
}

/** Whether a report waits that is not held back by a refused one. */
function headIsFree(): boolean {
  const stuck = new Set(
    ownActions()
      .filter((action) => action.refused)
      .map((action) => action.about),
  );
  return ownActions().some((action) => !stuck.has(action.about));
}

export const sending = new Sending();

export const useSending = (): SendingSnapshot => useSyncExternalStore(sending.subscribe, sending.current);
