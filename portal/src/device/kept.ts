import { useSyncExternalStore } from 'react';
import { newKey, post } from '@/api/http';
import { Problem } from '@/api/problem';
import { session } from '@/api/session';
import type { StoredDocument } from '@/api/types';
import { keepables, type Keepables, type KeptName } from './keepables';
import { discardOthersFixes } from './positions';
import { all, askToPersist, put, remove, underLock } from './store';

/**
 * What was told while no server could be reached (`keepables.ts` says what may be). It is kept on this device with the time at which it happened, and sent in
 * order once the server answers again, each report under its own idempotency key so that nothing counts twice. After a refusal nothing more about the same
 * thing is sent; the refused report stays visible until the person who told it drops it or has it sent anew. Only that person sends it, for the organisation
 * for which it was told.
 */
/** A file that goes with a report. It is stored first, under a key of its own; after that the report uses the document's id. */
export interface KeptFile {
  file: Blob;
  name: string;
  key: string;
  documentId?: string;
}

interface KeptOf<Name extends KeptName> {
  order: number;
  key: string;
  personId: string | null;
  organisationId: string | null;
  name: Name;
  /** The id of the thing that the report is about. */
  about: string;
  /** The reference by which people know that thing. */
  reference: string;
  place: string;
  zone: string;
  /** Whether the person said when it happened; else this device's clock did. */
  timeIsTold: boolean;
  body: Keepables[Name];
  file?: KeptFile;
  refused?: string;
  /** It was sent and no answer came, so the server may have it already. */
  mayHaveArrived?: boolean;
}

export type KeptAction = { [Name in KeptName]: KeptOf<Name> }[KeptName];

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
/** Reports told a moment ago by somebody who still waits for the server's answer. */
const telling = new Set<number>();

function show(actions: KeptAction[]): void {
  current = actions;
  own = actions.filter((action) => mine(action) && !telling.has(action.order));
  listeners.forEach((listener) => listener());
}

/** Reads what is kept; where there is no store nothing is. What a newer version of the portal keeps is that one's to show and to send. */
async function reread(): Promise<KeptAction[]> {
  const rows: (KeptAction | Earlier)[] = await all<KeptAction | Earlier>('actions').catch(() => []);
  const actions = rows.map(adopted).filter(({ name }) => name in keepables);
  show(actions);
  return actions;
}

async function changed(): Promise<void> {
  await reread();
  others?.postMessage('changed');
}

/** Opens what is kept when a tab starts, and takes over what an earlier version kept in another place. */
export async function openKept(): Promise<void> {
  others?.addEventListener('message', () => void reread());
  session.subscribe(() => show(current));
  await moveEarlier().catch(() => undefined);
  await reread();
}

const earlierKey = 'lanerunner.kept-actions';

/** As versions before this one keep it, for which all is of bookings and the only files are photos. */
type Earlier = Omit<KeptAction, 'name' | 'about' | 'file'> & {
  verb: KeptName;
  bookingId: string;
  photo?: KeptFile;
};

/** Whenever it is read, since a page of such a version may still be open beside this one. */
function adopted(row: KeptAction | Earlier): KeptAction {
  if (!('verb' in row)) return row;
  const { verb, bookingId, photo, ...rest } = row;
  return { ...rest, name: verb, about: bookingId, ...(photo && { file: photo }) } as KeptAction;
}

/** From where the first versions kept it. */
async function moveEarlier(): Promise<void> {
  const before = JSON.parse(localStorage.getItem(earlierKey) ?? '[]') as Earlier[];
  const unknown = { reference: '', place: '', zone: 'UTC', timeIsTold: true };
  for (const action of before) {
    await put('actions', { ...action, ...unknown, organisationId: session.organisationId() });
  }
  localStorage.removeItem(earlierKey);
}

function mine(action: KeptAction): boolean {
  return (
    action.personId === session.personId() &&
    (action.organisationId === null || action.organisationId === session.organisationId())
  );
}

/** Keeps a report before anything of it is sent. It fails where this device has no room. */
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

/** After this time a connection that carries nothing counts as none; the report is then tried again under the same key. */
const factMillis = 30_000;
const fileMillis = 300_000;

/** How long a person waits for the server before they are told that the report is only kept. */
const patienceMillis = 8000;

/**
 * Keeps what was told and sends it after everything that waits; returns what has become of it so far. A report that the server refuses at once is not kept:
 * the person corrects it in the form.
 */
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
  // This device's clock runs a little ahead. The report is about this moment, so the server's own time is as good.
  await sendFact({ ...left, body: { ...left.body, occurredAt: undefined } }, newKey(), left.file?.documentId);
  return 'sent';
}

/** For a device without room: what can be sent at once needs none. What can't be sent is not kept, and the person is told so. */
async function sendUnkept(action: NewAction, noRoom: unknown): Promise<'sent'> {
  try {
    const { file } = await sendFile(action);
    await sendFact(action, newKey(), file?.documentId);
    return 'sent';
  } catch (fault) {
    throw Problem.of(fault).status === 0 ? noRoom : fault;
  }
}

/**
 * Deletes an unsent report, and those about the same thing that were told after it. It waits while something is being sent; the result says what has become
 * of the report.
 */
export function takeBack(order: number): Promise<'taken-back' | 'sent' | 'unknown'> {
  return underLock(lock, async () => {
    const actions = await reread();
    const first = actions.find((action) => action.order === order);
    if (!first) return 'sent';
    const gone = actions.filter((action) => action.about === first.about && action.order >= order);
    await remove(
      'actions',
      gone.map((action) => action.order),
    );
    await changed();
    return gone.some((action) => action.mayHaveArrived) ? 'unknown' : 'taken-back';
  });
}

/** Forgets a refused report; those that were told after it go on. */
export async function letGo(order: number): Promise<void> {
  await remove('actions', [order]);
  await changed();
}

/** Tries a refused report as something new, if wanted without its file. */
export async function tryAnew(action: KeptAction, withFile = true): Promise<void> {
  const { refused: _refused, mayHaveArrived: _unknown, file, ...rest } = action;
  refusals.delete(action.order);
  await put('actions', {
    ...rest,
    key: newKey(),
    ...(file && withFile && { file: { ...file, key: newKey() } }),
  });
  await changed();
}

/** Deletes what others told on this device, and what was told for another organisation. */
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

/** The person's own reports, in order. */
export const useKeptActions = (): KeptAction[] => useSyncExternalStore(subscribeKept, ownActions);
export const ownActions = (): KeptAction[] => own;
export const useEverybodysActions = (): KeptAction[] => useSyncExternalStore(subscribeKept, () => current);
export const useOthersActions = (): number => useEverybodysActions().filter((action) => !mine(action)).length;
export const useSendingNow = (): number | null => useSyncExternalStore(subscribeKept, () => sendingNow);

async function sendFile<A extends NewAction>(action: A): Promise<A> {
  const { file } = action;
  const stores = keepables[action.name].file;
  if (!file || !stores || file.documentId) return action;
  const form = new FormData();
  for (const [name, value] of Object.entries(stores.with(action.about))) form.set(name, value);
  form.set('file', new File([file.file], file.name, { type: file.file.type }));
  const stored = await post<StoredDocument>(stores.path, form, {
    idempotencyKey: file.key,
    signal: AbortSignal.timeout(fileMillis),
  });
  return { ...action, file: { ...file, documentId: stored.id } };
}

function sendFact(action: NewAction, key: string, documentId?: string): Promise<unknown> {
  const { path, file } = keepables[action.name];
  const body = documentId && file ? { ...action.body, [file.as]: documentId } : action.body;
  return post(path(action.about), body, { idempotencyKey: key, signal: AbortSignal.timeout(factMillis) });
}

/** What the server answered to each report that it has refused since this page was opened. */
const refusals = new Map<number, Problem>();

async function sendOne(action: KeptAction): Promise<'sent' | 'refused' | 'unreachable'> {
  let known = action;
  try {
    known = await sendFile(action);
    if (known !== action) await put('actions', known);
    await sendFact(known, known.key, known.file?.documentId);
    await remove('actions', [action.order]);
    return 'sent';
  } catch (fault) {
    const problem = Problem.of(fault);
    if (problem.passes) {
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
    actions.filter((action) => action.refused).forEach((action) => stuck.add(action.about));
    const next = actions.find((action) => !stuck.has(action.about));
    if (!next || !session.isOpen()) return sent;
    sendingNow = next.order;
    listeners.forEach((listener) => listener());
    const outcome = await sendOne(next).finally(() => (sendingNow = null));
    await changed();
    if (outcome === 'unreachable') return sent;
    if (outcome === 'sent') sent++;
    else stuck.add(next.about);
  }
}

/** Sends what waits, in one tab at a time; returns how many reports arrived. */
export async function sendKept(): Promise<number> {
  if (!session.isOpen() || !current.some((action) => mine(action) && !action.refused)) return 0;
  return underLock(lock, sendAll);
}
