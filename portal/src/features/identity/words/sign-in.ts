import { and } from '@/words/counting';
import { translated } from '@/words/language';

const en = {
  signIn: 'Sign in',
  email: 'E-mail address',
  password: 'Password',
  passwordHint: 'At least 10 characters. A sentence is easier to remember than a puzzle.',
  name: 'Your name',
  newHere: 'New to LaneRunner?',
  sessionEnded:
    'Your session is over: it was ended, or you have no access to the organisation any more. Sign in to go on.',
  toRegister: 'Register an organisation',
  haveAccount: 'You have an account?',
  register: 'Register',
  registerTitle: 'Register an organisation',
  registerDone: 'Welcome. Your organisation is registered.',
  organisationName: 'Name of the organisation',
  kind: 'What it does',
  kindHints: {
    SHIPPER: 'Has freight to move and pays for it.',
    BROKER: 'Finds carriers for other people’s freight.',
    CARRIER: 'Moves freight with its own drivers and vehicles.',
  },
  passwordShort: 'The password needs at least 10 characters.',
  setupTitle: 'Set up the administrator',
  setupText: 'This link works once and makes the platform’s first administrator.',
  setup: 'Make the administrator',
  inviteTitle: (organisation: string) => `Join ${organisation}`,
  inviteLoading: 'Your invitation',
  inviteRoles: (roleNames: string[]) => `You are invited as ${and.format(roleNames)}.`,
  inviteKnown: (email: string) => `${email} already has an account. Sign in with it to accept.`,
  inviteMayBeKnown: (email: string) =>
    `If ${email} has an account, sign in with it to accept. Otherwise make one here.`,
  inviteNew: (email: string) => `An account will be made for ${email}.`,
  inviteSignedInAs: (email: string) => `You are signed in as ${email}.`,
  inviteOther: 'This invitation is for another e-mail address. Sign out first, then open the link again.',
  inviteGoneTitle: 'This invitation is over',
  inviteGone:
    'It was accepted, withdrawn, or is too old. If you have accepted it, sign in. Otherwise ask who invited you for a new one.',
  join: 'Join',
  signInToAccept: 'Sign in to accept',
};

export type Words = typeof en;

export const signIn = translated('features/identity/words/sign-in', en);
