import { useSyncExternalStore } from 'react';
import { clockTime } from '@/components/time';
import { discardKept } from '@/components/useKept';
import { once as w } from '@/words/once';
import { agreements, type AgreementName } from './agreements';
import { newKey, post } from './http';
import { Problem } from './problem';
import { reading } from './reading';
import { session } from './session';
import { intentionsKey, signedOutEvent, signedOutKey } from './signedOut';

/**
 * Something that somebody meant to do once. An intention has one idempotency key from the press of its button until its answer has arrived. It is kept in
 * this tab: a repeated press, a lost connection and a reload in the middle all ask under the same key, so the server does it once. Another tab has intentions
 * of its own; between tabs the state of the thing decides. What was still being sent when the page went away is sent again by itself. Where the person has
 * been told that no answer came, nothing is sent until they ask for it. Signing out, in any tab, deletes all intentions.
 */
export interface Intention {
  key: string;
  name: AgreementName;
  /** The id of the offer, load, trip or booking; empty where the command makes a new thing. */
  id: string;
  /** What people call the thing. */
  label: string;
  /** What was meant. A repeated press is recognised by it. */
  body: object;
  /** What is sent, if that is not the same as what was meant. */
  sent?: object;
  version?: number;
  /** The name under which the form keeps its draft. */
  kept?: string;
  /** The person and the organisation: a key belongs to both. */
  owner: string;
  at: number;
  /** Whether the person has been told that no answer came. */
  unanswered?: boolean;
}

/** What became of an intention whose screen nobody waits at any more. */
export interface Outcome {
  key: string;
  text: string;
  refused: boolean;
  to?: string;
}

type Made = Pick<Intention, 'name' | 'id' | 'label' | 'body' | 'version' | 'kept'>;

/** An older intention is dropped. The server keeps an answer for a day. */
const longestMillis = 3_600_000;
const most = 20;
const pausesMillis = [500, 1000, 2000, 4000];

const listeners = new Set<() => void>();
const underWay = new Map<string, Promise<unknown>>();
let outcomes: Outcome[] = [];
let kept: Intention[] = read();

function read(): Intention[] {
  try {
    return JSON.parse(sessionStorage.getItem(intentionsKey) ?? '[]') as Intention[];
  } catch {
    return [];
  }
}

function write(next: Intention[]): void {
  kept = next.slice(-most);
  try {
    sessionStorage.setItem(intentionsKey, JSON.stringify(kept));
  } catch {
    // The browser has no room for it, so it is remembered only as long as the page is open.
  }
  tell();
}

function forgetAll(): void {
  outcomes = [];
  write([]);
}

window.addEventListener(signedOutEvent, forgetAll);
window.addEventListener('storage', (event) => {
  if (event.key === signedOutKey) forgetAll();
});

function tell(): void {
  listeners.forEach((listener) => listener());
}

function forget(key: string): void {
  write(kept.filter((one) => one.key !== key));
}

const young = (one: Intention) => Date.now() - one.at < longestMillis;

/** The intention like this one that has no answer yet, if there is one. */
function unansweredLike(made: Made): Intention | undefined {
  const said = (one: Made) => JSON.stringify([one.name, one.id, one.body]);
  return kept.find((one) => mine(one) && young(one) && said(one) === said(made));
}

function intend(made: Made): Intention {
  const sent = agreements[made.name].sent?.(made.body as never);
  const intention: Intention = { ...made, sent, key: newKey(), owner: owner(), at: Date.now() };
  write([...kept, intention]);
  return intention;
}

/** Whether an answer may still come: none came so far, or the first request is still being worked on. */
function passing(problem: Problem): boolean {
  return problem.status === 0 || problem.status >= 500 || problem.slug === 'request/still-running';
}

/** Whether the refusal is only about this attempt, so that it says nothing about what became of an earlier one. */
function unheard(problem: Problem): boolean {
  return problem.status === 401 || problem.status === 429;
}

/** Whether a command got no answer. Nobody has refused it then. The person is told above every screen and can ask again there. */
export function tellsOfNoAnswer(problem: Problem): boolean {
  return problem.title === w.unansweredTitle;
}

/** Where somebody else acted first, says what is there now instead of only saying that it can't be done. */
async function explained(intention: Intention, problem: Problem): Promise<Problem> {
  if (problem.status !== 409 && problem.status !== 412) return problem;
  const { found } = agreements[intention.name];
  const text = await found?.(intention.id).catch(() => null);
  return text ? problem.saying(w.alreadyTitle, text) : problem;
}

/** @param before whether it was sent before, so that it may be done already */
async function once(intention: Intention, before: boolean): Promise<unknown> {
  const path = agreements[intention.name].path(intention.id);
  const call = { idempotencyKey: intention.key, version: intention.version };
  let open = before;
  for (const pause of [...pausesMillis, null]) {
    try {
      const answer = await post(path, intention.sent ?? intention.body, call);
      forget(intention.key);
      return answer;
    } catch (fault) {
      const problem = Problem.of(fault);
      open ||= passing(problem);
      if (!passing(problem) && !(open && unheard(problem))) {
        forget(intention.key);
        throw await explained(intention, problem);
      }
      if (pause === null || unheard(problem)) {
        write(kept.map((one) => (one.key === intention.key ? { ...one, unanswered: true } : one)));
        throw problem.saying(w.unansweredTitle, w.unanswered);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  throw Problem.offline();
}

/** Sends it; while it is under way a second call gets the same promise. */
function send(intention: Intention, before: boolean): Promise<unknown> {
  const running = underWay.get(intention.key);
  if (running) return running;
  const started = once(intention, before).finally(() => underWay.delete(intention.key));
  underWay.set(intention.key, started);
  return started;
}

export function carryOut(made: Made): Promise<unknown> {
  const same = unansweredLike(made);
  return same ? send(same, true) : send(intend(made), false);
}

/** What the answer means for the person. */
function outcomeOf(
  { key, name, id, label }: Pick<Intention, 'key' | 'name' | 'id' | 'label'>,
  answer: unknown,
): Outcome {
  const { says, at, to, halfway } = agreements[name];
  const half = halfway?.(answer as never) ?? false;
  const when = at?.(answer as never) ?? new Date().toISOString();
  return {
    key,
    text: w.done(says.did(label, half), clockTime(when), half ? says.stillToCome : undefined),
    refused: false,
    to: to?.(answer as never, id),
  };
}

/** Shows the outcome to a person who is on another screen by now. The form's draft is deleted, since nothing of it is left to send. */
export function showOutcome(
  done: Pick<Intention, 'key' | 'name' | 'id' | 'label' | 'kept'>,
  answer: unknown,
): void {
  if (done.kept) discardKept(done.kept);
  show(outcomeOf(done, answer));
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
    text: w.refused(agreements[made.name].says.doing(made.label), problem.message),
    refused: true,
  };
}

/** Sends it again under the same key, and shows what became of it. */
export async function askAgain(intention: Intention): Promise<void> {
  write(kept.map((one) => (one.key === intention.key ? { ...one, unanswered: false } : one)));
  try {
    showOutcome(intention, await send(intention, true));
  } catch (fault) {
    if (!kept.some((one) => one.key === intention.key)) show(refusedOutcome(intention, Problem.of(fault)));
  }
}

/** Goes on after a reload with what was under way. Intentions of another person are deleted. */
export function resume(): Promise<void[]> {
  if (reading.isOn()) return Promise.resolve([]);
  write(kept.filter((one) => young(one) && one.owner.split(' ')[0] === session.personId()));
  return Promise.all(
    kept.filter((one) => mine(one) && !one.unanswered && !underWay.has(one.key)).map(askAgain),
  );
}

export function letBe(key: string): void {
  outcomes = outcomes.filter((one) => one.key !== key);
  forget(key);
}

/** The person and the organisation that a key belongs to. An administrator who reads in somebody's place owns nothing. */
function owner(): string {
  if (reading.isOn()) return 'reading';
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

/** The intentions without an answer whose person has been told so. */
export function useUnanswered(): Intention[] {
  return useSyncExternalStore(subscribe, () => kept).filter((one) => mine(one) && one.unanswered);
}
