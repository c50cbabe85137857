import { translated } from '@/words/language';

/** Words for how people prove who they are, wherever they are asked for it. */
const en = {
  logins: {
    proofNone:
      'You have no password and no second factor, so sign out and in again: that proves who you are for a while, if you are asked for them there. Otherwise sign out and set a password by “Forgot your password?”.',
  },

  factors: {
    passkeyProblem: 'That did not work with a passkey',
    passkeysUnknown: 'This browser knows no passkeys, or the page is not open by a secure address.',
    passkeysElsewhere: 'Passkeys of this site need another address. Open the portal by its host name.',
    passkeyHere: 'This device has a passkey of yours already.',
    passkeyNone:
      'No passkey was shown. It was cancelled, took too long, or there is none for this site here.',
    usePasskey: 'Use a passkey',
    method: {
      PASSWORD: 'Password',
      CODE: 'Code',
      RECOVERY_CODE: 'Recovery code',
      PASSKEY: 'Passkey',
      MAIL: 'Code from the mail',
      SMS: 'Code from the SMS',
    },
    methodHint: {
      PASSWORD: '',
      CODE: 'Six digits, from your authenticator app.',
      RECOVERY_CODE: 'One of those that you kept. It is used up by this.',
      PASSKEY: '',
      MAIL: 'Six digits, good for ten minutes.',
      SMS: 'Six digits, good for ten minutes.',
    },
    useInstead: {
      PASSWORD: 'Use the password instead',
      CODE: 'Use a code of the app instead',
      RECOVERY_CODE: 'Use a recovery code instead',
      PASSKEY: 'Use a passkey instead',
      MAIL: 'Use a code by mail instead',
      SMS: 'Use a code by SMS instead',
    },
    sendCode: 'Send me a code',
    sendAgain: 'Send another code',
    codes: {
      MAIL: {
        title: 'Codes by mail',
        text: 'A code is sent to your address when you sign in. An organisation of yours takes it; an app or a passkey is safer, and is asked for instead.',
        sent: 'A code is on its way to your confirmed address.',
        added: 'Codes by mail are on. One is asked for the next time you sign in.',
        removed: 'Codes by mail are off.',
        notTaken:
          'They count nowhere: no organisation of yours takes them, or your password was set by mail lately.',
        offTitle: 'Turn codes by mail off?',
      },
      SMS: {
        title: 'Codes by SMS',
        text: 'A code is sent to your telephone when you sign in. An organisation of yours takes it. Numbers can be taken over and SMS read on their way; an app or a passkey is safer, and is asked for instead.',
        sent: 'A code is on its way to your confirmed number.',
        added: 'Codes by SMS are on. One is asked for the next time you sign in.',
        removed: 'Codes by SMS are off.',
        notTaken: 'They count nowhere: no organisation of yours takes them.',
        offTitle: 'Turn codes by SMS off?',
      },
    },
    needed: 'A second factor is needed here. Set one up to go on.',
    neededShown: 'A second factor is needed here. Show yours to go on.',
    showIt: 'Show it',
    proofTitle: 'Is it you?',
    proofText: 'This is sensitive, so prove once more who you are.',
  },

  mailLinks: {
    kept: 'No mail leaves this installation: it keeps what it would send, readable on the machine that it runs on.',
    toKept: 'Read the kept mails',
    forgotLink: 'Forgot your password?',
  },
};

export type Words = typeof en;

export const proofs = translated('words/proofs', en);
