import { useSyncExternalStore } from 'react';
import { clockTime } from '@/components/time';
import { words } from '@/words';
import { agreements, type Agreement, type AgreementName } from './agreements';
import { newKey, post } from './http';
import { Problem } from './problem';
import { session } from './session';

/**
 * What somebody meant to do, once: an intention has one idempotency key from the press of its button until its answer is here. It is kept in this tab, so that a
 * press that is repeated, a lost connection and a reload in the middle ask under the same key, and the server does it once. Another tab has intentions of its
 * own; there the state of the thing decides. What was sent when the page went away is asked for again by itself; what somebody was told has no answer, they ask
 * for.
 */
export interface Intention {
  key: string;
  name: AgreementName;
  /** Of the offer, load, trip or booking; empty where it makes something. */
  id: string;
  /** What people call it. */
  label: string;
  body: object;
  version?: number;
  /** Person and organisation: a key is theirs. */
  owner: string;
  at: number;
  /** Whether its person knows that no answer came. */
  unanswered?: boolean;
}

/** What became of one that nobody waited for on its screen any more. */
export interface Outcome {
  key: string;
  text: string;
  refused: boolean;
  to?: string;
}

type Made = Pick<Intention, 'name' | 'id' | 'label' | 'body' | 'version'>;

const storageKey = 'lanerunner.intentions';
/** The server keeps an answer for a day; what is older is nobody's intention any more. */
const longestMillis = 3_600_000;
const pausesMillis = [500, 1000, 2000, 4000];

const listeners = new Set<() => void>();
const underWay = new Map<string, Promise<unknown>>();
let outcomes: Outcome[] = [];
let kept: Intention[] = read();

function read(): Intention[] {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? '[]') as Intention[];
  } catch {
    return [];
  }
}

function write(next: Intention[]): void {
  kept = next;
  sessionStorage.setItem(storageKey, JSON.stringify(kept));
  tell();
}

function tell(): void {
  listeners.forEach((listener) => listener());
}

function forget(key: string): void {
  write(kept.filter((one) => one.key !== key));
}

/** The one that is not answered yet, or a new one. */
function intend(made: Made): Intention {
  const mine = owner();
  const said = (one: Made) => JSON.stringify([one.name, one.id, one.body]);
  const same = kept.find((one) => one.owner === mine && said(one) === said(made));
  if (same) return same;
  const intention: Intention = { ...made, key: newKey(), owner: mine, at: Date.now() };
  write([...kept, intention]);
  return intention;
}

/** An answer may still come of it: none came, or the first request is still worked on. */
function passing(problem: Problem): boolean {
  return problem.status === 0 || problem.status >= 500 || problem.slug === 'request/still-running';
}

async function ask(intention: Intention): Promise<unknown> {
  const path = agreements[intention.name].path(intention.id);
  for (const pause of [...pausesMillis, null]) {
    try {
      return await post(path, intention.body, { idempotencyKey: intention.key, version: intention.version });
    } catch (fault) {
      const problem = Problem.of(fault);
      if (!passing(problem) || pause === null) throw problem;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  throw Problem.offline();
}

/** Somebody was first: says what stands there now rather than that it can't be done. */
async function explained(intention: Intention, problem: Problem): Promise<Problem> {
  if (problem.status !== 409 && problem.status !== 412) return problem;
  const { found } = agreements[intention.name] as Agreement;
  const text = await found?.(intention.id).catch(() => null);
  return text ? problem.saying(words.once.alreadyTitle, text) : problem;
}

async function once(intention: Intention): Promise<unknown> {
  try {
    const answer = await ask(intention);
    forget(intention.key);
    return answer;
  } catch (fault) {
    const problem = Problem.of(fault);
    if (passing(problem)) {
      write(kept.map((one) => (one.key === intention.key ? { ...one, unanswered: true } : one)));
      throw problem.saying(words.once.unansweredTitle, words.once.unanswered);
    }
    forget(intention.key);
    throw await explained(intention, problem);
  }
}

/** However often it is asked for meanwhile, it is under way once. */
function send(intention: Intention): Promise<unknown> {
  const running = underWay.get(intention.key);
  if (running) return running;
  const started = once(intention).finally(() => underWay.delete(intention.key));
  underWay.set(intention.key, started);
  return started;
}

export function carryOut(made: Made): Promise<unknown> {
  return send(intend(made));
}

/** What its answer says, for who is elsewhere by now. */
export function outcomeOf(
  { key, name, id, label }: Pick<Intention, 'key' | 'name' | 'id' | 'label'>,
  answer: unknown,
): Outcome {
  const { at, to } = agreements[name] as Agreement;
  const when = at?.(answer as never) ?? new Date().toISOString();
  return {
    key,
    text: words.once.done(words.once.did[name](label), clockTime(when)),
    refused: false,
    to: to?.(answer as never, id),
  };
}

export function show(outcome: Outcome): void {
  outcomes = [...outcomes.filter((one) => one.key !== outcome.key), outcome];
  tell();
}

export function refusedOutcome(
  made: Pick<Intention, 'name' | 'label'> & { key?: string },
  problem: Problem,
): Outcome {
  return {
    key: made.key ?? newKey(),
    text: words.once.refused(words.once.doing[made.name](made.label), problem.message),
    refused: true,
  };
}

/** Asks again, under the same key, and shows what became of it. */
export async function askAgain(intention: Intention): Promise<void> {
  write(kept.map((one) => (one.key === intention.key ? { ...one, unanswered: false } : one)));
  try {
    show(outcomeOf(intention, await send(intention)));
  } catch (fault) {
    const problem = Problem.of(fault);
    if (!passing(problem)) show(refusedOutcome(intention, problem));
  }
}

/** After a reload: what was under way then. */
export function resume(): Promise<void[]> {
  write(kept.filter((one) => Date.now() - one.at < longestMillis));
  return Promise.all(
    kept.filter((one) => mine(one) && !one.unanswered && !underWay.has(one.key)).map(askAgain),
  );
}

export function letBe(key: string): void {
  outcomes = outcomes.filter((one) => one.key !== key);
  forget(key);
}

/** Person and organisation: a key is theirs. */
function owner(): string {
  return `${session.personId() ?? ''} ${session.organisationId() ?? ''}`;
}

function mine(intention: Intention): boolean {
  return intention.owner === owner();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useOutcomes(): Outcome[] {
  return useSyncExternalStore(subscribe, () => outcomes);
}

/** Those without an answer whose person knows so. */
export function useUnanswered(): Intention[] {
  return useSyncExternalStore(subscribe, () => kept).filter((one) => mine(one) && one.unanswered);
}
