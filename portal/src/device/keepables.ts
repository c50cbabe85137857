/**
 * What may be told without a connection: a feature declares it in `features/<feature>/keepables.ts`, and it is kept on this device, shown, sent in its order and taken back
 * like everything else that is.
 */
export interface Keepable {
  says: {
    /** That it was told, of the place where it happened. */
    told: (place: string) => string;
    refused: string;
  };
  /** Where it is sent, by the thing that it is told of. */
  path: (about: string) => string;
  /** Where its file is stored before it, with what, and what the body then calls the document. */
  file?: { path: string; with: (about: string) => Record<string, string>; as: string };
  /** Whether it begins or ends a way, along which positions are shared. */
  road?: 'begins' | 'ends';
}

/** With everything that is told goes when it happened, if this device or its teller knows. */
export interface Told {
  occurredAt?: string;
}

/** A feature adds the names of what may be told of its things, and what is told with it. */
export interface Keepables {}

export type KeptName = keyof Keepables;

const declared = import.meta.glob<Record<KeptName, Keepable>>('../features/*/keepables.ts', {
  eager: true,
  import: 'keepables',
});

export const keepables = Object.assign({}, ...Object.values(declared)) as Record<KeptName, Keepable>;
