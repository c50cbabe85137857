import type { QueryClient, QueryFilters } from '@tanstack/react-query';
import { readAgain } from './again';
import { post } from './http';
import { unlessOwn } from './own';
import { session } from './session';
import type { Position } from './types';

/**
 * The live feed: one socket for each tab, opened with a single-use ticket in its first message. An event makes the portal read again what the event concerns,
 * unless that is read anyhow after the page's own command. A position is given to the screens that follow its booking. The server sends only what happens
 * after it has confirmed a subscription, so what happened between the last reading and that confirmation is read again; after a break everything is.
 */
export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'offline';

export interface LiveSnapshot {
  state: LiveState;
  /** When the feed was last known to be without a gap. */
  dataFrom: number;
  /** The subscriptions that the server has confirmed, by their key. */
  told: ReadonlySet<string>;
}

export interface LivePosition extends Position {
  bookingId: string;
  tripId?: string;
}

/** The part of the market that is followed: a list, or the matches of an own trip or load. */
export type MarketTopic =
  | { subscribe: 'market'; of: 'loads' | 'trips'; equipment?: string }
  | { subscribe: 'matches'; trip: string }
  | { subscribe: 'matches'; load: string };

/** The ids of what is there (new or changed) and of what is gone; or 'anew' when the whole list must be read again. */
export type MarketNews = { shown: string[]; gone: string[] } | 'anew';

interface Message {
  type: string;
  event?: { type: string; actor?: string; correlationid?: string };
  bookingId?: string;
  subscribe?: string;
  shown?: string[];
  gone?: string[];
  many?: boolean;
}

/** The key of a topic. It is the same for the request, its answer and its news. */
export function topicKey(said: object): string {
  const { subscribe, type, of, equipment, trip, load } = said as Record<string, string | undefined>;
  return [subscribe ?? type, of, equipment, trip, load].map((word) => word ?? '').join(' ');
}

const affected: Record<string, string[]> = {
  load: ['loads', 'matches', 'offers'],
  offer: ['offers', 'loads', 'trips', 'bookings'],
  trip: ['trips', 'matches', 'bookings', 'timeline'],
  booking: ['bookings', 'timeline', 'loads', 'trips', 'offers', 'wallet', 'contests'],
  contest: ['contests', 'bookings', 'timeline'],
  payment: ['wallet', 'bookings', 'timeline'],
  document: ['documents', 'bookings', 'timeline'],
  location: [],
  user: ['members', 'invitations', 'me', 'sessions'],
  organisation: ['me'],
};

/** What waits for somebody may follow from whatever is read again; a vehicle that moves changes none of it. */
const withAll = ['home'];

const moved = new Set([...Object.values(affected).flat(), ...withAll, 'notices']);

/** How long that is not read again after it was: where something happens all the time each reading would cut off the one before. */
const restMillis = 2000;

const longestWaitMillis = 30_000;

class LiveFeed {
  private snapshot: LiveSnapshot = {
    state: navigator.onLine ? 'connecting' : 'offline',
    dataFrom: Date.now(),
    told: new Set(),
  };
  private followed = new Map<string, { topic: MarketTopic; followers: Set<(news: MarketNews) => void> }>();
  private listeners = new Set<() => void>();
  private watchers = new Map<string, Set<(position: LivePosition) => void>>();
  private watchersOfAll = new Set<(position: LivePosition) => void>();
  private socket: WebSocket | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private attempts = 0;
  private client: QueryClient | null = null;
  private generation = 0;
  private afterBreak = false;
  private resting = false;
  private happenedMeanwhile = false;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  current = (): LiveSnapshot => this.snapshot;

  /** Keeps the feed open until the returned function is called. */
  start(client: QueryClient): () => void {
    this.client = client;
    const again = () => this.connectNow();
    const seen = () => document.visibilityState === 'visible' && this.connectNow();
    const lost = () => this.become('offline');
    window.addEventListener('online', again);
    window.addEventListener('focus', again);
    window.addEventListener('offline', lost);
    document.addEventListener('visibilitychange', seen);
    void this.connect();
    return () => {
      window.removeEventListener('online', again);
      window.removeEventListener('focus', again);
      window.removeEventListener('offline', lost);
      document.removeEventListener('visibilitychange', seen);
      this.client = null;
      this.generation++;
      clearTimeout(this.retry);
      this.socket?.close();
      this.socket = null;
    };
  }

  watch(bookingId: string, watcher: (position: LivePosition) => void): () => void {
    const watchers = this.watchers.get(bookingId) ?? new Set();
    this.watchers.set(bookingId, watchers);
    if (watchers.size === 0) this.say({ subscribe: 'booking', id: bookingId });
    watchers.add(watcher);
    return () => {
      watchers.delete(watcher);
      if (watchers.size > 0 || this.watchers.get(bookingId) !== watchers) return;
      this.watchers.delete(bookingId);
      this.say({ unsubscribe: 'booking', id: bookingId });
    };
  }

  /** Where all that the organisation has on the road is: that is told in any case, so nothing more is asked for, however much it is. */
  watchAll(watcher: (position: LivePosition) => void): () => void {
    this.watchersOfAll.add(watcher);
    return () => this.watchersOfAll.delete(watcher);
  }

  /** Tells what changes of the market; the list is to be read anew whenever something of it may have been missed. */
  follow(topic: MarketTopic, follower: (news: MarketNews) => void): () => void {
    const key = topicKey(topic);
    const known = this.followed.get(key) ?? { topic, followers: new Set() };
    this.followed.set(key, known);
    known.followers.add(follower);
    if (!this.snapshot.told.has(key)) this.say(topic);
    return () => {
      known.followers.delete(follower);
      if (known.followers.size > 0 || this.followed.get(key) !== known) return;
      this.followed.delete(key);
      const { subscribe, ...what } = topic;
      this.say({ unsubscribe: subscribe, ...what });
      this.tellsOf(key, false);
    };
  }

  private connectNow(): void {
    if (this.snapshot.state === 'live' || !this.client) return;
    this.attempts = 0;
    clearTimeout(this.retry);
    void this.connect();
  }

  private async connect(): Promise<void> {
    if (!this.client || !session.isOpen()) return;
    const generation = ++this.generation;
    this.socket?.close();
    this.socket = null;
    if (!navigator.onLine) return this.become('offline');
    try {
      const { ticket } = await post<{ ticket: string }>('/live/tickets');
      if (generation !== this.generation) return;
      const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
      const socket = new WebSocket(`${scheme}://${location.host}/ws/live`);
      this.socket = socket;
      socket.onopen = () => socket.send(JSON.stringify({ ticket }));
      socket.onmessage = (message) => this.receive(socket, JSON.parse(message.data as string) as Message);
      socket.onclose = (closed) => {
        if (generation !== this.generation) return;
        // Connecting again shows at once whether the session is over for good.
        if (closed.reason === 'live/session-ended') void this.connect();
        else this.wait();
      };
    } catch {
      if (generation === this.generation) this.wait();
    }
  }

  private wait(): void {
    this.become(navigator.onLine ? 'reconnecting' : 'offline');
    const ceiling = Math.min(longestWaitMillis, 1000 * 2 ** this.attempts++);
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.connect(), Math.max(1000, ceiling * (0.5 + Math.random() / 2)));
  }

  private receive(socket: WebSocket, message: Message): void {
    if (socket !== this.socket) return;
    if (message.type === 'ready') {
      this.afterBreak = this.snapshot.state !== 'connecting';
      this.attempts = 0;
      this.become('live');
      this.say({ subscribe: 'organisation' });
      for (const id of this.watchers.keys()) this.say({ subscribe: 'booking', id });
      for (const { topic } of this.followed.values()) this.say(topic);
    } else if (message.type === 'subscribed') {
      const key = topicKey({ ...message, type: undefined });
      this.tellsOf(key, true);
      // No events were sent between the last reading and now.
      if (message.subscribe === 'organisation') this.catchUp();
      this.followed.get(key)?.followers.forEach((follower) => follower('anew'));
    } else if (message.type === 'market' || message.type === 'matches') {
      const news = message.many ? 'anew' : { shown: message.shown ?? [], gone: message.gone ?? [] };
      this.followed.get(topicKey(message))?.followers.forEach((follower) => follower(news));
    } else if (message.type === 'assignments') {
      this.refetch('lanerunner.trip.assigned.v1');
    } else if (message.type === 'event' && message.event) {
      this.happened(message.event);
    } else if (message.type === 'notices') {
      this.readAgain({ queryKey: ['notices'] });
    } else if (message.type === 'flags') {
      this.flagsChanged();
    } else if (message.type === 'position' && message.bookingId) {
      const position = message as unknown as LivePosition;
      this.watchers.get(message.bookingId)?.forEach((watcher) => watcher(position));
      this.watchersOfAll.forEach((watcher) => watcher(position));
    }
  }

  /**
   * The browser reads its flags again now, and a second time when every server must know of the change; a random delay keeps all browsers from asking at
   * once.
   */
  private flagsChanged(): void {
    const again = () => void this.client?.invalidateQueries({ queryKey: ['flags'] });
    const spread = Math.random() * 500;
    setTimeout(again, spread);
    setTimeout(again, spread + 2500);
  }

  private happened({
    type,
    actor,
    correlationid,
  }: {
    type: string;
    actor?: string;
    correlationid?: string;
  }): void {
    if (actor && actor === session.personId()) unlessOwn(correlationid, () => this.refetch(type));
    else this.refetch(type);
  }

  private refetch(type: string): void {
    const kind = type.replace(/^lanerunner\./, '').split('.')[0] ?? '';
    const resources = affected[kind] ?? [];
    for (const resource of resources) this.readAgain({ queryKey: [resource] });
    if (resources.length > 0) this.readWithAll();
  }

  /** At once, and what happens while it rests once more at the end of that. */
  private readWithAll(): void {
    if (this.resting) {
      this.happenedMeanwhile = true;
      return;
    }
    this.resting = true;
    this.happenedMeanwhile = false;
    for (const resource of withAll) this.readAgain({ queryKey: [resource] });
    setTimeout(() => {
      this.resting = false;
      if (this.happenedMeanwhile) this.readWithAll();
    }, restMillis);
  }

  private catchUp(): void {
    this.readAgain(this.afterBreak ? {} : { predicate: ({ queryKey }) => moved.has(String(queryKey[0])) });
    this.afterBreak = false;
  }

  private readAgain(which: QueryFilters): void {
    if (this.client) void readAgain(this.client, which);
  }

  private say(message: object): void {
    if (this.socket?.readyState === WebSocket.OPEN && this.snapshot.state === 'live') {
      this.socket.send(JSON.stringify(message));
    }
  }

  private become(state: LiveState): void {
    const dataFrom =
      this.snapshot.state === 'live' || this.snapshot.state === 'connecting'
        ? Date.now()
        : this.snapshot.dataFrom;
    this.snapshot = { state, dataFrom, told: new Set() };
    this.listeners.forEach((listener) => listener());
  }

  private tellsOf(key: string, tells: boolean): void {
    const told = new Set(this.snapshot.told);
    if (tells) told.add(key);
    else told.delete(key);
    this.snapshot = { ...this.snapshot, told };
    this.listeners.forEach((listener) => listener());
  }
}

export const live = new LiveFeed();

/** How often a screen asks by itself where nobody tells of anything. */
const pollMillis = 15_000;

/** After what time something is read again by itself. @param millis with the feed; without it all is asked for alike */
export const askedAgain = (millis: number | false) => (): number | false =>
  live.current().state === 'live' ? millis : pollMillis;
