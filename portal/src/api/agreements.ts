/**
 * Every command that moves money or commits somebody. Each is sent under an idempotency key of its own intention (`useOnce`). For each it is declared how to
 * find out what became of it: from its answer, or, where somebody else acted first, from the present state of the thing. A feature declares its own in
 * `features/<feature>/agreements.ts`.
 */
export interface Agreement {
  says: Spoken;
  path: (id: string) => string;
  /** Makes what is sent from what was meant. It is called at the first press, so a repeated request sends the same. */
  sent?: (meant: never) => object;
  /** When it was done, as the answer says. */
  at?: (answer: never) => string | null;
  /** Whether only the first half is done, as the answer says: the money waits because the seller is suspended, or the load is still a draft. */
  halfway?: (answer: never) => boolean;
  /** Where the screen of the thing is that the command made. */
  to?: (answer: never, id: string) => string;
  /** Says in words what is there instead; null where the refusal says everything. */
  found?: (id: string) => Promise<string | null>;
}

/** How messages speak of the command; `label` is what people call its thing. */
export interface Spoken {
  did: (label: string, half: boolean) => string;
  /** Said while nobody knows whether it happened, and when it did not happen. */
  doing: (label: string) => string;
  /** Added to the message when one half is still to come. */
  stillToCome?: string;
}

/** A feature adds the names of its own agreements. */
export interface Agreements {}

export type AgreementName = keyof Agreements;

const brought = import.meta.glob<Partial<Record<AgreementName, Agreement>>>('../features/*/agreements.ts', {
  eager: true,
  import: 'agreements',
});

export const agreements = Object.assign({}, ...Object.values(brought)) as Record<AgreementName, Agreement>;
