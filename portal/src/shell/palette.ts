/** What the palette finds besides screens: a feature says in `features/<feature>/palette.ts` what one of its records is called and where it is shown. */
export interface Records {
  /** In the server's word. */
  found: string;
  kind: string;
  at: (id: string) => string;
}

const declared = import.meta.glob<Records>('../features/*/palette.ts', { eager: true, import: 'palette' });

/** By the server's word. */
export const records: Readonly<Partial<Record<string, Records>>> = Object.fromEntries(
  Object.values(declared).map((each) => [each.found, each]),
);
