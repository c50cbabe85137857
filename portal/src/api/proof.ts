/**
 * What is sensitive is refused until its person has proven anew who they are. Whoever is asked for it stands here, once for all commands; the
 * command that was refused is then repeated by itself.
 */
type Asker = () => Promise<boolean>;

let asker: Asker | null = null;
let asking: Promise<boolean> | null = null;

export const proof = {
  /** @returns what takes the asker away again */
  by(next: Asker): () => void {
    asker = next;
    return () => {
      if (asker === next) asker = null;
    };
  },

  /** Of several that are refused at once one asks; true when it was proven. */
  ask(): Promise<boolean> {
    asking ??= (asker?.() ?? Promise.resolve(false)).finally(() => (asking = null));
    return asking;
  },
};
