/** The records that the palette finds. A feature says in `features/<feature>/palette.ts` how one of its records is called and where it is shown. */
export interface Records {
  /** The server's word for the kind of record. */
  found: string;
  kind: string;
  at: (id: string) => string;
}

const declared = import.meta.glob<Records>('../features/*/palette.ts', { eager: true, import: 'palette' });

/** The kinds of record by the server's word. */
export const records: Readonly<Partial<Record<string, Records>>> = Object.fromEntries(
  Object.values(declared).map((each) => [each.found, each]),
);
