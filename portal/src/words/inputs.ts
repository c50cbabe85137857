import { count } from '@/words/counting';
import { translated } from '@/words/language';

/** The words that all forms share. */
const en = {
  forms: {
    optional: '(optional)',
    withUnit: (label: string, unit: string) => `${label} (${unit})`,
    summary: (n: number) => count(n, 'One thing needs correcting', `${n} things need correcting`),
    required: (label: string) => `Enter: ${label}.`,
    choose: (label: string) => `Choose: ${label}.`,
    number: (label: string) => `${label}: enter a number greater than zero, such as 1200 or 13.6.`,
    amount: (label: string) => `${label}: enter an amount above zero, such as 1250 or 1250.50.`,
    step: (n: number, of: number) => `Step ${n} of ${of}`,
    review: 'Check and send',
    edit: (step: string) => `Edit: ${step}`,
    stale: 'Someone changed this meanwhile. Their version is shown now; make your change again.',
  },

  edit: {
    meanwhile: (who: string | null) => (who ? `Changed meanwhile by ${who}` : 'Changed meanwhile'),
    you: 'you, elsewhere',
    meanwhileText: 'What you typed stays. When you save, you see both.',
    compare: 'Compare now',
    same: 'Nothing in this form is different.',
    chooseText: 'Choose what each field is to say. Nothing is saved before.',
    allYours: 'Keep all of yours',
    allTheirs: 'Take all of theirs',
    yours: 'Yours',
    theirs: 'There now',
    chooseOne: 'Choose one of the two.',
    save: 'Save these',
    take: 'Go on with these',
    back: 'Back to the form',
    yesNo: (yes: boolean) => (yes ? 'Yes' : 'No'),
  },

  files: {
    hint: (megabytes: number) =>
      `JPEG, PNG, WebP or PDF, up to ${megabytes} MB. Take a photo, pick a file or drop one here.`,
    tooLarge: (megabytes: number) => `The file is larger than ${megabytes} MB.`,
    empty: 'The file is empty.',
    wrongType: 'Only JPEG, PNG, WebP and PDF files can be kept.',
    chosen: (name: string, kilobytes: number) => `${name}, ${kilobytes} kB`,
  },

  capacity: {
    weight: 'Weight',
    volume: 'Volume',
    length: 'Loading length',
    pieces: 'Pieces',
  },
};

export type Words = typeof en;

export const inputs = translated('words/inputs', en);
