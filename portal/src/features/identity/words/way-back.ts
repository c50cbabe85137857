import { translated } from '@/words/language';

const en = {
  title: 'Everything is lost',
  link: 'I have none of these any more',
  text: 'Without password, second factors and recovery codes there is a way back by mail. It takes days: meanwhile everybody who is signed in as you, and the other owners of your organisations, are told and can stop it.',
  first:
    'If you only forgot the password, a new one is enough. If you still have a recovery code, sign in with it.',
  sent: 'The link in it begins the wait.',
  beginTitle: 'Begin the way back',
  beginText:
    'From now on the wait begins, and everybody concerned is told. After it a mail brings a link that sets a new password and removes your second factors.',
  begin: 'Begin',
  begun: 'A mail with the last link comes at',
  begunText: 'If you find a recovery code or a device meanwhile, sign in and stop it.',
  stopTitle: 'Stop the way back',
  stopText: 'Password and second factors stay as they are.',
  stopGone:
    'Nothing is left to stop: it was stopped already, or its time is over. If you can still sign in, nobody came in. If your password does not work any more, set a new one by mail.',
  stoppedText: 'If you did not begin it, somebody else reads your mailbox: set another password for that.',
  finishTitle: 'Come back into your account',
  finishText: 'Your second factors are removed, and all sessions end.',
  finished: 'The new password is set. Sign in with it, and set up a second factor again.',
};

export type Words = typeof en;

export const wayBack = translated('features/identity/words/way-back', en);
