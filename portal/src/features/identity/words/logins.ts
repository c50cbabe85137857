import { translated } from '@/words/language';

const en = {
  newTitle: 'New here?',
  newText: (provider: string) => `Your login at ${provider} is right, and linked to no account here yet.`,
  hasAccount: 'You have an account here',
  hasAccountText: 'Sign in to it as you always do, then link this login.',
  accountExists: (email: string) =>
    `${email} has an account here. Sign in to it as you always do, then link this login.`,
  signInToLink: 'Sign in and link',
  newAccount: 'You are new here',
  emailHint: (provider: string) => `${provider} has confirmed it. Another one is confirmed by a mail.`,
  emailMailHint: 'It is confirmed by a mail.',
  registerSent: 'Follow the link in it and sign in there once more: then the account is made.',
  confirmTitle: 'Confirm your address',
  confirmText: (provider: string) =>
    `Sign in with ${provider} once more, so that nobody is given an account that somebody else asked for.`,
  confirmAgain: (provider: string) => `Your login at ${provider} is right. Make the account with it?`,
  confirm: 'Make the account',
  arrived: (provider: string) => `Link your login at ${provider} to this account? Then it signs you in here.`,
  linkNow: 'Link it',
  notNow: 'Not now',
  signInWith: (provider: string) => `Sign in with ${provider}`,
  returning: 'A moment: you are being signed in.',
  backToSignIn: 'Back to the ways to sign in',
  backToSecurity: 'Back to your security',
  title: 'Logins elsewhere',
  text: 'Accounts elsewhere that you sign in with here. Whoever gets into one of them gets in here, but for your second factor.',
  linkTitle: 'Link a login',
  linked: (provider: string) => `Your login at ${provider} is linked.`,
  add: (provider: string) => `Link ${provider}`,
  provider: 'Login',
  configuredNoMore: 'Nobody signs in with this here any more.',
  since: 'Linked',
  lastUsed: 'Last used',
  neverUsed: 'Never',
  actions: 'Actions',
  remove: 'Remove',
  removeTitle: (label: string, provider: string) => `Remove ${label} at ${provider}?`,
  removeText: 'You do not sign in with it here any more. Sessions that are open stay.',
  removed: (provider: string) => `Your login at ${provider} is removed.`,
};

export type Words = typeof en;

export const logins = translated('features/identity/words/logins', en);
