import { count } from '@/words/counting';
import { translated } from '@/words/language';

/** What is said when something went wrong or is not there. */
const en = {
  states: {
    loading: 'Loading…',
    noAccessTitle: 'You have no access to this',
    noAccess:
      'Your roles in this organisation do not include it. An owner of the organisation can change that.',
    notFoundTitle: 'Not found',
    notFound: 'There is nothing here, or it is not yours to see.',
    passedOnTitle: 'This trip has passed to somebody else',
    passedOn: 'Another driver has taken it over, so it is not among your trips any more.',
    toToday: 'Go to what is next',
    toHome: 'Go to the home page',
    stale: 'This could not be refreshed; what you see may be out of date.',
  },

  errors: {
    title: 'That did not work',
    unexpected: (code: number) => `The server answered with status ${code}.`,
    offlineTitle: 'No connection',
    offline: 'The server could not be reached. Your input is kept; try again when you are connected.',
    tooMuch: 'That was more than is answered in a minute. Nothing is lost.',
    againIn: (seconds: number) => `Try again in ${count(seconds, 'one second', `${seconds} seconds`)}.`,
    goesOnIn: (seconds: number) =>
      `It goes on by itself in ${count(seconds, 'one second', `${seconds} seconds`)}.`,
    again: 'You can try again now.',
    portal: 'The portal made a mistake. Try again; if it stays, reload the page.',
    correlation: (id: string) => `If you report this, give the reference ${id}.`,
    screenTitle: 'This screen broke',
    screen: 'The rest of the portal still works. Reload to try this screen again.',
  },
};

export type Words = typeof en;

export const failures = translated('words/failures', en);
