import { translated } from '@/words/language';

const en = {
  sessions: 'Where you are signed in',
  sessionsText: 'End what you do not know. Whoever uses it there is signed out at once.',
  thisOne: 'This one',
  firstSeen: 'Device first seen',
  actions: 'Actions',
  end: 'End',
  endTitle: (device: string) => `End the session on ${device}?`,
  endText: 'Whoever is signed in there has to sign in again.',
  ended: 'The session is ended.',
  endOthers: 'End all others',
  endOthersTitle: 'End all other sessions?',
  endOthersText: 'You stay signed in here. Everywhere else you have to sign in again.',
  othersEnded: 'All other sessions are ended.',
};

export type Words = typeof en;

export const security = translated('features/identity/words/security', en);
