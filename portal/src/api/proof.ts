/**
 * The server refuses sensitive commands until the person has proven anew who they are. The one component that asks people for that proof registers here, for
 * all commands; the refused command is then repeated by itself.
 */
type Asker = () => Promise<boolean>;

let asker: Asker | null = null;
let asking: Promise<boolean> | null = null;

export const proof = {
  /** @returns a function that unregisters the asker */
  by(next: Asker): () => void {
    asker = next;
    return () => {
      if (asker === next) asker = null;
    };
  },

  /** Asks the person once, even if several commands are refused at the same moment; true when they have proven who they are. */
  ask(): Promise<boolean> {
    asking ??= (asker?.() ?? Promise.resolve(false)).finally(() => (asking = null));
    return asking;
  },
};
