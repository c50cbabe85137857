/**
 * The reports that somebody may make without a connection. A feature declares each in `features/<feature>/keepables.ts`; all of them are kept on this device,
 * shown, sent in order and taken back in the same way.
 */
export interface Keepable {
  says: {
    /** Says that it was told, with the name of the place where it happened. */
    told: (place: string) => string;
    refused: string;
  };
  /** The path that it is sent to, from the id of the thing that it is about. */
  path: (about: string) => string;
  /** Where its file is stored before it is sent, with which form fields, and the name of the document's id in the body. */
  file?: { path: string; with: (about: string) => Record<string, string>; as: string };
  /** Whether it begins or ends a way, along which positions are shared. */
  road?: 'begins' | 'ends';
}

/** Every report says when it happened, if this device or the person knows. */
export interface Told {
  occurredAt?: string;
}

/** A feature adds the names of its reports, and the body of each. */
export interface Keepables {}

export type KeptName = keyof Keepables;

const declared = import.meta.glob<Record<KeptName, Keepable>>('../features/*/keepables.ts', {
  eager: true,
  import: 'keepables',
});

export const keepables = Object.assign({}, ...Object.values(declared)) as Record<KeptName, Keepable>;
