import { useSyncExternalStore } from 'react';
import { newKey, post } from '@/api/http';
import { Problem } from '@/api/problem';
import { session } from '@/api/session';
import type { StoredDocument } from '@/api/types';
import { discardOthersFixes } from './positions';
import { all, askToPersist, put, remove, underLock } from './store';

/**
 * What a driver told while no server could be reached: kept on this device with the time it happened, sent in its order once the server answers again, each under its own
 * idempotency key so that nothing counts twice. Of one booking nothing is sent while something told before it is refused; that stays visible until the driver lets go of it
 * or has it sent anew. Only the person who told it sends it, for the organisation it was told for.
 */
export type RoadVerb = 'dispatch' | 'arrive' | 'depart' | 'deliver';

export interface RoadBody {
  stop?: number;
  reason?: string;
  receivedBy?: string;
  latitude?: number;
  longitude?: number;
  occurredAt?: string;
}

/** A proof's file on its way: stored under its own key first, and once it is, known by the document's id. */
export interface KeptPhoto {
  file: Blob;
  name: string;
  key: string;
  documentId?: string;
}

export interface KeptAction {
  order: number;
  key: string;
  personId: string | null;
  organisationId: string | null;
  bookingId: string;
  tripId: string | null;
  /** What the driver knows it by. */
  reference: string;
  place: string;
  zone: string;
  verb: RoadVerb;
  /** Whether the driver said when, rather than this device's clock. */
  timeIsTold: boolean;
  body: RoadBody;
  photo?: KeptPhoto;
  refused?: string;
  /** It was sent and no answer came, so that the server may know it already. */
  mayHaveArrived?: boolean;
}

export type NewAction = Omit<
  KeptAction,
  'order' | 'key' | 'personId' | 'organisationId' | 'refused' | 'mayHaveArrived'
>;

const lock = 'kept-actions';
const listeners = new Set<() => void>();
const others = 'BroadcastChannel' in globalThis ? new BroadcastChannel('lanerunner.kept-actions') : null;

let current: KeptAction[] = [];
let own: KeptAction[] = [];
let sendingNow: number | null = null;
/** Told a moment ago, by somebody who still waits for the server's word. */
const telling = new Set<number>();

function show(actions: KeptAction[]): void {
  current = actions;
  own = actions.filter((action) => mine(action) && !telling.has(action.order));
  listeners.forEach((listener) => listener());
}

/** Reads what is kept; where there is no store nothing is. */
async function reread(): Promise<KeptAction[]> {
  const actions = await all<KeptAction>('actions').catch(() => []);
  show(actions);
  return actions;
}

async function changed(): Promise<void> {
  await reread();
  others?.postMessage('changed');
}

/** What a tab shows from its start on; also what an earlier version kept elsewhere. */
export async function openKept(): Promise<void> {
  others?.addEventListener('message', () => void reread());
  session.subscribe(() => show(current));
  await adoptEarlier().catch(() => undefined);
  await reread();
}

const earlierKey = 'lanerunner.kept-actions';

async function adoptEarlier(): Promise<void> {
  const text = localStorage.getItem(earlierKey);
  if (!text) return;
  const earlier = JSON.parse(text) as Omit<KeptAction, 'order'>[];
  for (const action of earlier) {
    await put('actions', {
      ...action,
      organisationId: session.organisationId(),
      tripId: null,
      reference: '',
      place: '',
      zone: 'UTC',
      timeIsTold: true,
    });
  }
  localStorage.removeItem(earlierKey);
}

function mine(action: KeptAction): boolean {
  return (
    action.personId === session.personId() &&
    (action.organisationId === null || action.organisationId === session.organisationId())
  );
}

/** Keeps it before anything is sent of it; fails where this device has no room. */
async function keep(action: NewAction): Promise<number> {
  const order = (await put('actions', {
    ...action,
    key: newKey(),
    personId: session.personId(),
    organisationId: session.organisationId(),
  })) as number;
  telling.add(order);
  askToPersist();
  await changed();
  return order;
}

/** A connection that is there and carries nothing is none: then it is tried again, under the same key. */
const factMillis = 30_000;
const photoMillis = 300_000;

/** How long who tells something waits for the server, before it is only kept. */
const patienceMillis = 8000;

/** Keeps what was told and sends it, after all that waits; answers what became of it so far. What the server refuses at once is the teller's to put right, and not kept. */
export async function tell(action: NewAction): Promise<'sent' | 'kept'> {
  let order: number;
  try {
    order = await keep(action);
  } catch (noRoom) {
    return sendUnkept(action, noRoom);
  }
  let tired: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((over) => (tired = setTimeout(over, patienceMillis)));
  await Promise.race([sendKept(), patience]).finally(() => {
    clearTimeout(tired);
    telling.delete(order);
    show(current);
  });
  const left = current.find((one) => one.order === order);
  if (!left) return 'sent';
  const problem = refusals.get(order);
  if (!problem) return 'kept';
  await letGo(order);
  const ahead = !action.timeIsTold && problem.fields.some((field) => field.pointer === '/occurredAt');
  if (!ahead) throw problem;
  // A clock that runs a little ahead; the server's is as good for what happens now.
  await sendFact(
    { ...left, body: { ...left.body, occurredAt: undefined } },
    newKey(),
    left.photo?.documentId,
  );
  return 'sent';
}

/** What can be sent at once needs no room; what can't is not kept, and that is told. */
async function sendUnkept(action: NewAction, noRoom: unknown): Promise<'sent'> {
  try {
    const { photo } = await sendPhoto(action);
    await sendFact(action, newKey(), photo?.documentId);
    return 'sent';
  } catch (fault) {
    throw Problem.of(fault).status === 0 ? noRoom : fault;
  }
}

/** What is unsent is not told any more, nor what was told of the booking after it. Not while it is under way: answers what became of it. */
export function takeBack(order: number): Promise<'taken-back' | 'sent' | 'unknown'> {
  return underLock(lock, async () => {
    const actions = await reread();
    const first = actions.find((action) => action.order === order);
    if (!first) return 'sent';
    const gone = actions.filter((action) => action.bookingId === first.bookingId && action.order >= order);
    await remove(
      'actions',
      gone.map((action) => action.order),
    );
    await changed();
    return gone.some((action) => action.mayHaveArrived) ? 'unknown' : 'taken-back';
  });
}

/** What was refused is forgotten; what was told after it goes on. */
export async function letGo(order: number): Promise<void> {
  await remove('actions', [order]);
  await changed();
}

/** What was refused is tried as something new, if wanted without its photo. */
export async function tryAnew(action: KeptAction, withPhoto = true): Promise<void> {
  const { refused: _refused, mayHaveArrived: _unknown, photo, ...rest } = action;
  refusals.delete(action.order);
  await put('actions', {
    ...rest,
    key: newKey(),
    ...(photo && withPhoto && { photo: { ...photo, key: newKey() } }),
  });
  await changed();
}

/** What others told on this device, and what was told for another organisation. */
export async function discardOthers(): Promise<void> {
  const actions = await reread();
  await remove(
    'actions',
    actions.filter((action) => !mine(action)).map((action) => action.order),
  );
  await discardOthersFixes();
  await changed();
}

export function subscribeKept(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The own, in their order. */
export const useKeptActions = (): KeptAction[] => useSyncExternalStore(subscribeKept, ownActions);
export const ownActions = (): KeptAction[] => own;
export const useEverybodysActions = (): KeptAction[] => useSyncExternalStore(subscribeKept, () => current);
export const useOthersActions = (): number => useEverybodysActions().filter((action) => !mine(action)).length;
export const useSendingNow = (): number | null => useSyncExternalStore(subscribeKept, () => sendingNow);

/** No answer yet, or one that will be another later; anything else is the server's last word. */
function passing(problem: Problem): boolean {
  const { status } = problem;
  return (
    status === 0 ||
    status === 401 ||
    status === 408 ||
    status === 429 ||
    status >= 500 ||
    problem.slug === 'request/still-running'
  );
}

async function sendPhoto<A extends NewAction>(action: A): Promise<A> {
  const { photo } = action;
  if (!photo || photo.documentId) return action;
  const form = new FormData();
  form.set('bookingId', action.bookingId);
  form.set('file', new File([photo.file], photo.name, { type: photo.file.type }));
  const stored = await post<StoredDocument>('/documents', form, {
    idempotencyKey: photo.key,
    signal: AbortSignal.timeout(photoMillis),
  });
  return { ...action, photo: { ...photo, documentId: stored.id } };
}

function sendFact(action: NewAction, key: string, documentId?: string): Promise<unknown> {
  const body = documentId ? { ...action.body, documentId } : action.body;
  return post(`/bookings/${action.bookingId}/${action.verb}`, body, {
    idempotencyKey: key,
    signal: AbortSignal.timeout(factMillis),
  });
}

/** What the server said to each that it refused since this page was opened. */
const refusals = new Map<number, Problem>();

async function sendOne(action: KeptAction): Promise<'sent' | 'refused' | 'unreachable'> {
  let known = action;
  try {
    known = await sendPhoto(action);
    if (known !== action) await put('actions', known);
    await sendFact(known, known.key, known.photo?.documentId);
    await remove('actions', [action.order]);
    return 'sent';
  } catch (fault) {
    const problem = Problem.of(fault);
    if (passing(problem)) {
      const mayHaveArrived = navigator.onLine && problem.status === 0;
      if (mayHaveArrived) await put('actions', { ...known, mayHaveArrived }).catch(() => undefined);
      return 'unreachable';
    }
    refusals.set(action.order, problem);
    await put('actions', { ...known, refused: sentence(problem) }).catch(() => undefined);
    return 'refused';
  }
}

function sentence(problem: Problem): string {
  return [problem.message, ...problem.fields.map((field) => field.detail)]
    .filter((part, index, parts) => part && parts.indexOf(part) === index)
    .join(' ');
}

async function sendAll(): Promise<number> {
  let sent = 0;
  const stuck = new Set<string>();
  for (;;) {
    const actions = (await reread()).filter(mine);
    actions.filter((action) => action.refused).forEach((action) => stuck.add(action.bookingId));
    const next = actions.find((action) => !stuck.has(action.bookingId));
    if (!next || !session.isOpen()) return sent;
    sendingNow = next.order;
    listeners.forEach((listener) => listener());
    const outcome = await sendOne(next).finally(() => (sendingNow = null));
    await changed();
    if (outcome === 'unreachable') return sent;
    if (outcome === 'sent') sent++;
    else stuck.add(next.bookingId);
  }
}

/** Sends what waits, one tab at a time; answers how many arrived. */
export async function sendKept(): Promise<number> {
  if (!session.isOpen() || !current.some((action) => mine(action) && !action.refused)) return 0;
  return underLock(lock, sendAll);
}
