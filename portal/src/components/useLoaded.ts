import { useEffect, useState } from 'react';

const there = new Map<unknown, unknown>();

/**
 * What a dialog asks comes behind the screen that opens it, and is there before a thumb is: it is loaded once its button is shown, and again when it is asked for and did not
 * come.
 *
 * @param load always the same function
 */
export function useLoaded<Part extends object>(load: () => Promise<Part>, asked: boolean): Part | null {
  const [part, setPart] = useState(() => (there.get(load) as Part | undefined) ?? null);
  const [fault, setFault] = useState<{ asked: boolean; because: unknown } | null>(null);
  useEffect(() => {
    if (part) return;
    load().then(
      (loaded) => {
        there.set(load, loaded);
        setPart(() => loaded);
      },
      (because: unknown) => setFault({ asked, because }),
    );
  }, [load, part, asked]);
  // to the boundary of the screen, which has a way on
  if (asked && !part && fault?.asked) throw fault.because;
  return part;
}
