/** The name and colour of each state, wherever it is shown. A feature declares those of its things in `features/<feature>/statuses.ts`. */
export type Tone = 'neutral' | 'info' | 'active' | 'success' | 'warning' | 'danger';

/** A feature adds the states of its things under its own name. */
export interface Statuses {}

export type Status = Statuses[keyof Statuses];

interface Declared {
  words: Record<string, string>;
  tones: Record<string, Tone>;
}

const declared = Object.values(
  import.meta.glob<Declared>('../features/*/statuses.ts', { eager: true, import: 'statuses' }),
);
const words: Record<string, string> = Object.assign({}, ...declared.map((each) => each.words));
const tones: Record<string, Tone> = Object.assign({}, ...declared.map((each) => each.tones));

/** A state that only a newer server knows is shown by the server's own word. */
export const statusWord = (status: Status): string => words[status] ?? status;

export const toneOf = (status: Status): Tone => tones[status] ?? 'neutral';
