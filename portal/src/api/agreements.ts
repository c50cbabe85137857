/**
 * Every command that moves money or binds somebody. Each is sent under a key of its own intention (`useOnce`), and of each it is known how to say what became of
 * it: from its answer, or, where somebody was first, from the thing as it is now. A feature declares its own in `features/<feature>/agreements.ts`.
 */
export interface Agreement {
  says: Spoken;
  path: (id: string) => string;
  /** What is sent for what was meant, made at its first press: asked again it is the same. */
  sent?: (meant: never) => object;
  /** When it was done, as its answer says. */
  at?: (answer: never) => string | null;
  /** Whether half of it is still to come, as its answer says: the money waits for a suspended seller, the load is a draft. */
  halfway?: (answer: never) => boolean;
  /** Where what it made is to be seen. */
  to?: (answer: never, id: string) => string;
  /** What stands there instead, in words; null where the refusal says all there is. */
  found?: (id: string) => Promise<string | null>;
}

/** How it is spoken of, by what people call the thing. */
export interface Spoken {
  did: (label: string, half: boolean) => string;
  /** While nobody knows whether it happened, and when it did not. */
  doing: (label: string) => string;
  /** Said after what was done, where half of it is still to come. */
  stillToCome?: string;
}

/** A feature adds the names of its own. */
export interface Agreements {}

export type AgreementName = keyof Agreements;

const brought = import.meta.glob<Partial<Record<AgreementName, Agreement>>>('../features/*/agreements.ts', {
  eager: true,
  import: 'agreements',
});

export const agreements = Object.assign({}, ...Object.values(brought)) as Record<AgreementName, Agreement>;
