import { translated } from '@/words/language';

/** Words for what became of a command. They stand apart, since they are not needed before a command was sent. */
const en = {
  title: 'What became of it',
  done: (what: string, time: string, stillToCome?: string) =>
    stillToCome ? `${what} at ${time}. ${stillToCome}` : `${what} at ${time}.`,
  refused: (what: string, why: string) => `${what} was refused: ${why}`,
  look: 'Look at it',
  alreadyTitle: 'It was done before',
  already: (done: string, time: string) => `Already ${done} at ${time}.`,
  alreadyBy: (done: string, who: string, time: string) => `Already ${done} ${who} at ${time}.`,
  nowIs: (status: string) => `It is ${status} already.`,
  unansweredTitle: 'No answer came',
  unanswered:
    'It may or may not have happened. Asking again is safe: it happens once, and you see what became of it.',
  noAnswer: (what: string) =>
    `${what}: no answer came, so it may or may not have happened. Asking again is safe, it happens once.`,
  askAgain: 'Ask again',
  letBe: 'Let it be',
};

export type Words = typeof en;

export const once = translated('words/once', en);
