import { translated } from '@/words/language';

const en = {
  unknown: 'Something happened that this page has no words for yet. Reload it.',
  inbox: 'Inbox',
  concerns: 'This concerns you',
  ok: 'OK',
  okTo: (title: string) => `OK: ${title}`,
  acknowledged: (title: string) => `Acknowledged: ${title}`,
  isAcknowledged: 'acknowledged',
  takeBack: 'Show on Home again',
  takeBackOf: (title: string) => `Show on Home again: ${title}`,
  allWaiting: (count: number) => `See all ${count} that wait for your OK`,
  readAll: 'Mark all as read',
  allRead: 'All are read',
  markRead: 'Mark as read',
  markReadOf: (title: string) => `Mark as read: ${title}`,
  unreadMark: 'Unread:',
  choose: 'Choose what comes by mail',
  state: 'Read or not',
  unread: 'Unread',
  home: 'On Home',
  waiting: 'Waiting for my OK',
  about: 'About',
  none: 'Nothing yet',
  noneText: 'What others do that concerns you comes here: bookings, cancellations, offers, trips, money.',
  noMatch: 'Nothing like that',
  noMatchText: 'No notice fits these filters.',
  older: 'Older',
  newest: 'Back to the newest',
  day: (day: string) =>
    new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    ),
  choices: 'Notices',
  choicesText:
    'All that concerns you comes into your inbox. Choose what of it comes by mail too; it holds for all your organisations.',
  kind: 'When',
  inInbox: 'Inbox',
  byMail: 'Mail',
  always: 'always',
  mailOf: (kind: string) => `By mail: ${kind}`,
  essential: 'Everybody whom it concerns gets this mail; it can’t be switched off.',
  unsubscribe: 'Mails like that one',
  unsubscribeText: (kind: string) =>
    `You get mails of this kind: “${kind}”. If you stop them, what they tell still comes into your inbox here.`,
  unsubscribeButton: 'Stop these mails',
  unsubscribed: (kind: string) => `You get no more mails of this kind: “${kind}”.`,
  linkGone: 'This link is of no use any more',
  linkGoneText: 'It is too old, or not whole. In your profile you choose what comes by mail.',
  toProfile: 'Choose in your profile',
};

export type Words = typeof en;

export const inbox = translated('features/notifications/words/inbox', en);
