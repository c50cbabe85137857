import { count } from '@/words/counting';
import { translated } from '@/words/language';

/** What a driver's phone does without a connection, and the position that it shares. */
const en = {
  kept: {
    title: 'Saved on this device',
    sent: (n: number) => count(n, 'Sent.', `${n} sent.`),
    signInAgain: (n: number) =>
      count(n, 'Sign in again to send what is saved here', `Sign in again to send the ${n} saved here`),
    signInAgainText:
      'It was told on this device and has not reached the server. It is sent once the person who told it signs in again, and by nobody else.',
    others: (n: number) =>
      count(
        n,
        'Somebody else told something on this device that was not sent',
        `Somebody else told ${n} things on this device that were not sent`,
      ),
    othersText:
      'It is sent when that person signs in here again, for the same organisation. You neither see nor send it.',
    discard: 'Discard it',
    discardTitle: 'Discard what was not sent?',
    discardText: 'The server never hears of it, and it can’t be brought back.',
    keepIt: 'Keep it',
    leaveTitle: 'Sign out with something unsent?',
    leaveText: (actions: number, positions: number) =>
      [
        actions > 0 && count(actions, 'One thing that you told is', `${actions} things that you told are`),
        positions > 0 && count(positions, 'one position is', `${positions} positions are`),
      ]
        .filter(Boolean)
        .join(' and ') + ' not sent. It stays on this device, and is sent when you sign in here again.',
    leave: 'Sign out',
    stay: 'Stay signed in',
  },

  device: {
    fullTitle: 'This device is full: it was not saved',
    full: 'There is no connection, and no room here to keep it. It is told to nobody yet.',
    noStoreTitle: 'This browser keeps nothing: it was not saved',
    noStore:
      'There is no connection, and this browser (in a private window?) gives no room to keep it. It is told to nobody yet.',
    readingsFull: 'This device is full: your bookings are not kept for when there is no connection.',
    mapMissing:
      'The map is not on this device yet; it comes with a connection. Everything on it is also in the text.',
    chunkTitle: 'This screen is not on this device yet',
    chunk: 'It was never opened here, and there is no connection. It comes with one.',
  },

  sharing: {
    title: 'Your position',
    offText: 'Nobody sees where you are until you switch it on.',
    start: 'Share my position',
    stop: 'Stop sharing',
    untilWhen: 'It ends by itself with the delivery, and you can stop it at any time.',
    state: {
      asking: 'Looking for your position',
      sharing: 'Sharing your position',
      'no-signal': 'No position signal',
      denied: 'The position is not allowed',
      unsupported: 'This browser knows no position',
      insecure: 'The position needs HTTPS',
      elsewhere: 'Shared by another tab of this browser',
    },
    help: {
      'no-signal': 'It goes on as soon as there is one. Under a roof or in a tunnel there often is none.',
      denied:
        'Allow the position for this site in the browser’s settings, and for the browser in the phone’s, then start again.',
      unsupported: 'Use a browser on a phone.',
      insecure: 'Browsers give the position to encrypted pages only. Open the portal by its HTTPS address.',
    } as Record<string, string>,
    lastSent: (age: string) => `last sent ${age}`,
    notSent: 'nothing sent yet',
    ago: (seconds: number) =>
      seconds < 2
        ? 'just now'
        : seconds < 90
          ? `${seconds} s ago`
          : seconds < 5400
            ? `${Math.round(seconds / 60)} min ago`
            : `${Math.round(seconds / 3600)} h ago`,
    waiting: (n: number) => `${n} waiting`,
    paused: (from: string, to: string) => `Paused from ${from} to ${to} while the page was not in front.`,
    pausedWhy: 'Browsers see the position only while the page is open and the screen is on.',
    screenOn: 'The screen stays on.',
    screenMaySleep: 'This browser can’t keep the screen on: do not let it go dark.',
    full: 'This device is full: positions are not kept while there is no connection.',
    ahead: (n: number) =>
      `This device’s clock runs ahead: ${count(n, 'one position waits', `${n} positions wait`)} until its time has come.`,
    ended: {
      delivered: 'Sharing ended with the delivery.',
      'passed-on': 'Sharing ended: the trip has passed to somebody else.',
      over: 'Sharing ended: nothing on this trip is under way any more.',
      'signed-out': 'Sharing ended when you were signed out.',
      refused: 'Sharing ended: the server takes no more positions of this trip.',
    },
    understood: 'Understood',
  },
};

export type Words = typeof en;

export const phone = translated('words/phone', en);
