import type { AuditEntry, AuditOutcome } from '@/api/types';
import { count } from '@/words/counting';
import { translated } from '@/words/language';

const en = {
  text: 'What was done in the organisation and what was refused, a month back unless you choose a time. Nobody can change it.',
  textPlatform:
    'What was done and what was refused, in every organisation, a month back unless you choose a time. Nobody can change it.',
  when: 'When',
  who: 'Who',
  what: 'What',
  outcome: 'Outcome',
  from: 'From where',
  changes: 'Before and after',
  time: 'Time',
  action: 'Action (such as load.posted)',
  organisation: 'Organisation (its id)',
  none: 'Nothing was recorded',
  noneText: 'Nothing fits the filters in this time.',
  nowhere: 'By itself',
  tried: (address: string) => `as ${address}, which is no account`,
  made: 'Nothing that was there before',
  values: (n: number) => count(n, 'One value', `${n} values`),
  beforeAfter: (before: string | null, after: string | null) =>
    `${before ?? 'nothing'} → ${after ?? 'nothing'}`,
  did: (action: string, times: number) => (times > 1 ? `${action} (${times} times)` : action),
  outcomes: { DONE: 'Done', DENIED: 'Denied', FAILED: 'Refused' } satisfies Record<AuditOutcome, string>,
  seenBy: (person: string, administrator: string) => `${administrator}, seeing what ${person} sees`,
  principals: {
    PERSON: 'Somebody who is not there any more',
    API_KEY: 'A program by its key',
    SYSTEM: 'The system by itself',
    NOBODY: 'Somebody not signed in',
  } satisfies Record<AuditEntry['principal'], string>,
  periods: [
    { value: '1', label: 'Today' },
    { value: '7', label: 'Seven days' },
    { value: '365', label: 'A year' },
  ],
  export: 'Export as CSV',
  exported: 'The export is saved.',
};

export type Words = typeof en;

export const audit = translated('features/identity/words/audit', en);
