import { count } from '@/words/counting';
import { translated } from '@/words/language';

/** The words of the frame around every screen. */
const en = {
  notices: {
    bell: (unread: number) =>
      unread === 0 ? 'Inbox' : unread === 1 ? 'Inbox, 1 unread notice' : `Inbox, ${unread} unread notices`,
    more: (most: number) => `${most}+`,
  },

  navigation: {
    home: 'Home',
    today: 'Today',
    more: 'More',
  },

  shell: {
    skip: 'Skip to the content',
    navigation: 'Main',
    search: 'Find a record or screen',
    searchKeys: 'Ctrl K',
    account: (name: string) => `Account of ${name}`,
    profile: 'Profile and preferences',
    security: 'Security',
    actsFor: (name: string) => `You act for ${name}. Choose another organisation`,
    signOut: 'Sign out',
    platform: 'Platform',
  },

  shortcutHelp: {
    title: 'Keyboard shortcuts',
    keys: [
      { keys: ['Ctrl', 'K'], does: 'Find a record or screen' },
      { keys: ['J'], does: 'Next row of a list' },
      { keys: ['K'], does: 'Previous row of a list' },
      { keys: ['Enter'], does: 'Open the row' },
      { keys: ['Esc'], does: 'Close what is open' },
    ],
    singleKeys: 'Single keys can be turned off under Profile and preferences.',
  },

  palette: {
    title: 'Find',
    prompt: 'Reference, place or screen',
    screen: 'Screen',
    lane: (from: string, to: string) => `${from} → ${to}`,
    record: (reference: string, lane: string) => `${reference} ${lane}`,
    found: (n: number) => count(n, 'One result', `${n} results`),
    none: 'Nothing found.',
    searching: 'Looking …',
    failed: 'Only screens are found now: the search did not answer.',
  },

  live: {
    live: 'Live',
    connected: 'Connected',
    asOf: (time: string) => `As of ${time}`,
    refresh: 'Refresh',
    connecting: 'Connecting…',
    offline: (time: string) => `Offline, data from ${time}`,
    reconnecting: (time: string) => `Reconnecting, data from ${time}`,
    positionAge: (minutes: number) =>
      minutes < 1
        ? 'Position under a minute old'
        : count(minutes, 'Position 1 minute old', `Position ${minutes} minutes old`),
    positionStale: (minutes: number) =>
      minutes < 120
        ? `Stale position, ${minutes} minutes old`
        : `Stale position, ${Math.round(minutes / 60)} hours old`,
  },

  mailLinks: {
    unconfirmedTitle: 'Your address is not confirmed',
    unconfirmed: (email: string) =>
      `Confirm your address ${email}: until then you get no mail about your account and can invite nobody.`,
    unconfirmedSend: 'Send the mail',
    unconfirmedSent: 'The mail is on its way.',
  },

  wayBack: {
    stop: 'Stop it',
    stopped: 'It is stopped.',
    bannerTitle: 'Somebody is coming back into this account',
    banner:
      'Somebody who reads your mailbox says that you lost everything. Unless it is stopped, they come in at',
  },

  profile: {
    switched: 'You now act for another organisation.',
  },

  suspended: {
    label: 'Your organisation is suspended',
    banner: (name: string) => `${name} is suspended.`,
    finish: 'You can finish your trips under way and do nothing else.',
    membership: (name: string) => `${name} (suspended)`,
  },

  reading: {
    label: 'Seen in somebody’s place',
    sees: (administrator: string, person: string, organisation: string) =>
      `${administrator} sees what ${person} sees for ${organisation}.`,
    readingOnly: 'Reading only.',
    left: (seconds: number) => {
      const minutes = Math.floor(seconds / 60);
      return `${minutes}:${String(seconds % 60).padStart(2, '0')} left`;
    },
    end: 'End',
  },
};

export type Words = typeof en;

export const frame = translated('words/frame', en);
