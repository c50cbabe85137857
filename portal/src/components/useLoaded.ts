import { useEffect, useState } from 'react';

const there = new Map<unknown, unknown>();

/**
 * The content of a dialog, in a chunk of its own. It is loaded after the screen, as soon as the button that opens it is shown, so that it is there before the
 * press. When it did not load, it is loaded again at the press.
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
  // thrown to the error boundary of the screen, which offers a way on
  if (asked && !part && fault?.asked) throw fault.because;
  return part;
}
