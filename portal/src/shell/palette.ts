import type { Reader } from './me';

/** What the palette finds besides screens: a feature says in `features/<feature>/palette.ts` which of its records. */
export interface Records {
  /** Among those of other features. */
  place: number;
  /** What one of them is called. */
  kind: string;
  useRecords: (me: Reader) => FoundRecord[];
}

export interface FoundRecord {
  id: string;
  to: string;
  reference: string;
  stops: { place: { name: string } }[];
}

const declared = import.meta.glob<Records>('../features/*/palette.ts', { eager: true, import: 'palette' });

/** In one order for good, since each brings a hook. */
export const records: readonly Records[] = Object.values(declared).sort((a, b) => a.place - b.place);
