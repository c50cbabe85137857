import { useSyncExternalStore } from 'react';
import { Problem } from '@/api/problem';
import { session } from '@/api/session';
import type { Booking, Page } from '@/api/types';
import { keepables, type Keepable } from './keepables';
import type { KeptAction } from './kept';
import { keepFix, type Fix } from './positions';
import { sending } from './sending';
import { fixOf, isNews } from './thinning';

/**
 * The driver's position, shared from this device while a booking of one trip is under way. It is off until the driver switches it on for that trip. Then this
 * device remembers it, also over a reload, until the delivery, until somebody else drives, or until the driver stops it or signs out. A browser lets a page
 * see the position only while the page is shown. So the screen is kept on where the browser allows that, and after a pause the driver is told of it.
 */
export type SharingState =
  'off' | 'asking' | 'sharing' | 'no-signal' | 'denied' | 'unsupported' | 'insecure' | 'elsewhere';

export type Ended = 'delivered' | 'passed-on' | 'over' | 'signed-out' | 'refused';

export interface Pause {
  from: number;
  to: number;
}

export interface SharingSnapshot {
  tripId: string | null;
  reference: string;
  state: SharingState;
  pauses: Pause[];
  /** Whether the screen stays on by itself; null while that is not known. */
  screenStaysOn: boolean | null;
  /** This device has no room for more positions. */
  full: boolean;
  ended: Ended | null;
  /** The person whose sharing ended; nobody else is told. */
  endedFor: string | null;
  /** What the server said when it took no more positions. */
  sentence: string | null;
}

interface Mark {
  personId: string | null;
  organisationId: string | null;
  tripId: string;
  driverId: string | null;
  reference: string;
  begunAt: number;
  /** When the page was last awake. */
  aliveAt: number;
}

const markKey = 'lanerunner.sharing';
const lockName = 'lanerunner.sharing';
const beatMillis = 5000;
const pauseMillis = 60_000;
const onTheRoad = new Set(['DISPATCHED', 'AT_PICKUP', 'IN_TRANSIT', 'AT_DELIVERY']);

const off: SharingSnapshot = {
  tripId: null,
  reference: '',
  state: 'off',
  pauses: [],
  screenStaysOn: null,
  full: false,
  ended: null,
  endedFor: null,
  sentence: null,
};

/** Whether a booking is under way as the driver knows it, including what was told here and has not arrived yet. */
export function isUnderWay(booking: Booking, kept: KeptAction[]): boolean {
  const told = (road: Keepable['road']) =>
    kept.some(
      (action) => action.about === booking.id && keepables[action.name].road === road && !action.refused,
    );
  if (told('ends')) return false;
  return onTheRoad.has(booking.status) || (booking.status === 'CONFIRMED' && told('begins'));
}

function readMark(): Mark | null {
  try {
    return JSON.parse(localStorage.getItem(markKey) ?? 'null') as Mark | null;
  } catch {
    return null;
  }
}

class Sharing {
  private snapshot: SharingSnapshot = off;
  private listeners = new Set<() => void>();
  private mark: Mark | null = null;
  private watch: number | null = null;
  private lock: AbortController | null = null;
  private release: (() => void) | null = null;
  private beat: ReturnType<typeof setInterval> | undefined;
  private screen: WakeLockSentinel | null = null;
  private last: Fix | null = null;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  current = (): SharingSnapshot => this.snapshot;

  /** Begins to share, because the driver has switched it on. */
  begin(booking: Booking): void {
    if (!booking.tripId) return;
    this.halt();
    this.mark = {
      personId: session.personId(),
      organisationId: session.organisationId(),
      tripId: booking.tripId,
      driverId: booking.driver?.id ?? null,
      reference: booking.reference,
      begunAt: Date.now(),
      aliveAt: Date.now(),
    };
    this.keepMark();
    this.become({ ...off, tripId: booking.tripId, reference: booking.reference });
    this.go();
  }

  /** Goes on with what was switched on before the page was loaded. */
  resume(): void {
    session.subscribe(() => this.checkOwner());
    // Another tab can switch it on and off for all tabs.
    window.addEventListener('storage', (event) => {
      if (event.key !== markKey) return;
      if (!event.newValue && this.mark) this.leave();
      else if (event.newValue && !this.mark) this.take();
    });
    this.take();
  }

  private take(): void {
    const mark = readMark();
    if (!mark) return;
    this.mark = mark;
    if (!this.isOwn(mark)) return this.end('signed-out');
    this.become({ ...off, tripId: mark.tripId, reference: mark.reference });
    this.noticePause();
    this.go();
  }

  stop(): void {
    this.forgetMark();
    this.leave();
  }

  private leave(): void {
    this.mark = null;
    this.halt();
    this.become(off);
  }

  end(why: Ended, sentence: string | null = null): void {
    const endedFor = this.mark?.personId ?? null;
    this.forgetMark();
    this.mark = null;
    this.halt();
    this.become({ ...off, ended: why, endedFor, sentence, pauses: this.snapshot.pauses });
    sending.soon();
  }

  /** Ends the sharing when no booking of the trip is under way any more. Bookings that were read before the sharing was switched on say nothing about that. */
  follow(bookings: Page<Booking>, readAt: number, kept: KeptAction[]): void {
    const { mark } = this;
    if (!mark) return;
    const carried = bookings.items.filter(
      (booking) => booking.tripId === mark.tripId && (!mark.driverId || booking.driver?.id === mark.driverId),
    );
    const deliveredHere = carried.some((booking) =>
      kept.some((action) => keepables[action.name].road === 'ends' && action.about === booking.id),
    );
    const old = readAt < mark.begunAt && !deliveredHere;
    if (old || carried.some((booking) => isUnderWay(booking, kept))) return;
    if (carried.length === 0 && bookings.next !== null) return;
    const delivered = deliveredHere || carried.some((booking) => booking.deliveredAt !== null);
    this.end(delivered ? 'delivered' : carried.length > 0 ? 'over' : 'passed-on');
  }

  endSeen(): void {
    if (!this.mark) this.become(off);
  }

  pausesSeen(): void {
    this.become({ pauses: [] });
  }

  private isOwn(mark: Mark): boolean {
    return mark.personId === session.personId() && mark.organisationId === session.organisationId();
  }

  private checkOwner(): void {
    if (this.mark && !(session.isOpen() && this.isOwn(this.mark))) this.end('signed-out');
  }

  private go(): void {
    if (!window.isSecureContext) return this.become({ state: 'insecure' });
    if (!('geolocation' in navigator)) return this.become({ state: 'unsupported' });
    const locks = navigator.locks as LockManager | undefined;
    if (!locks) return this.watchNow();
    // One tab of this browser watches the position; the next one takes over when it is closed.
    const lock = new AbortController();
    this.lock = lock;
    this.become({ state: 'elsewhere' });
    const held = () =>
      new Promise<void>((release) => {
        if (lock.signal.aborted) return release();
        this.release = release;
        this.watchNow();
      });
    locks.request(lockName, { signal: lock.signal }, held).catch(() => undefined);
  }

  private watchNow(): void {
    this.watchPosition();
    this.beat = setInterval(this.alive, beatMillis);
    void this.heedPermission();
    document.addEventListener('visibilitychange', this.shown);
    void this.keepScreenOn();
  }

  private watchPosition(): void {
    this.become({ state: 'asking' });
    this.watch = navigator.geolocation.watchPosition(
      (position) => void this.seen(position),
      (error) => this.become({ state: error.code === error.PERMISSION_DENIED ? 'denied' : 'no-signal' }),
      { enableHighAccuracy: true, maximumAge: 0, timeout: 30_000 },
    );
  }

  /** Goes on by itself when the driver allows the position after having denied it. */
  private async heedPermission(): Promise<void> {
    const permission = await navigator.permissions?.query({ name: 'geolocation' }).catch(() => null);
    if (!permission) return;
    permission.onchange = () => {
      if (permission.state !== 'granted' || this.snapshot.state !== 'denied' || this.watch === null) return;
      navigator.geolocation.clearWatch(this.watch);
      this.watchPosition();
    };
  }

  private halt(): void {
    if (this.watch !== null) navigator.geolocation.clearWatch(this.watch);
    this.watch = null;
    this.last = null;
    clearInterval(this.beat);
    document.removeEventListener('visibilitychange', this.shown);
    void this.screen?.release().catch(() => undefined);
    this.screen = null;
    this.lock?.abort();
    this.lock = null;
    this.release?.();
    this.release = null;
  }

  private async seen(position: GeolocationPosition): Promise<void> {
    const { mark } = this;
    if (!mark) return;
    this.noticePause();
    const fix = fixOf(position, Date.now());
    this.become({ state: 'sharing' });
    if (!isNews(this.last, fix)) return;
    this.last = fix;
    try {
      await keepFix(mark.tripId, fix);
      if (this.snapshot.full) this.become({ full: false });
      sending.fixKept();
    } catch (fault) {
      if (Problem.of(fault).slug.startsWith('device/')) this.become({ full: true });
    }
  }

  private alive = (): void => {
    if (document.visibilityState === 'visible') this.noticePause();
  };

  private shown = (): void => {
    if (document.visibilityState !== 'visible') return;
    this.noticePause();
    void this.keepScreenOn();
  };

  /** Notes a pause: since the page was last seen awake it may have slept. */
  private noticePause(): void {
    const { mark } = this;
    if (!mark) return;
    const now = Date.now();
    if (now - mark.aliveAt > pauseMillis) {
      this.become({ pauses: [...this.snapshot.pauses, { from: mark.aliveAt, to: now }].slice(-5) });
    }
    mark.aliveAt = now;
    this.keepMark();
  }

  private async keepScreenOn(): Promise<void> {
    const asked = (navigator as { wakeLock?: WakeLock }).wakeLock;
    if (!asked) return this.become({ screenStaysOn: false });
    try {
      const held = await asked.request('screen');
      if (this.watch === null) return void held.release();
      this.screen = held;
      held.addEventListener('release', () => {
        if (this.screen === held && document.visibilityState === 'visible')
          this.become({ screenStaysOn: false });
      });
      this.become({ screenStaysOn: true });
    } catch {
      this.become({ screenStaysOn: false });
    }
  }

  private keepMark(): void {
    try {
      localStorage.setItem(markKey, JSON.stringify(this.mark));
    } catch {
      // Where the store is full the switch is lost at a reload; the driver then sees that it is off.
    }
  }

  private forgetMark(): void {
    localStorage.removeItem(markKey);
  }

  private become(change: Partial<SharingSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    this.listeners.forEach((listener) => listener());
  }
}

export const sharing = new Sharing();

export const useSharing = (): SharingSnapshot => useSyncExternalStore(sharing.subscribe, sharing.current);
