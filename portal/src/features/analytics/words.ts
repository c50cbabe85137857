import { translated } from '@/words/language';

const en = {
  date: 'Business date',
  zone: (zone: string) => `Business days are those of ${zone}.`,
  upTo: 'Written with what was known up to',
  run: 'Run the report',
  runState: (state: string) =>
    ({
      REQUESTED: 'The job is asked for.',
      RUNNING: 'The job is running.',
      DONE: 'The report is written.',
      FAILED: 'The job failed.',
    })[state] ?? state,
  none: 'No lanes on this date',
  noneText: 'Nothing was posted or booked by your organisation, or the report was not written yet.',
  noneRun: 'Nothing was posted or booked, or the report was not written yet: run it.',
  posted: 'Loads posted',
  booked: 'Loads booked',
  low: (unit: string) => `Low per ${unit}`,
  median: (unit: string) => `Median per ${unit}`,
  high: (unit: string) => `High per ${unit}`,
  count: 'Rates',
  empty: (unit: string) => `Empty ${unit}`,
  tooFew: 'Not enough data',
};

export type Words = typeof en;

export const words = translated('features/analytics/words', en);
