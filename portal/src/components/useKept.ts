import { useEffect, useState } from 'react';

const discarded = 'lanerunner.kept-discarded';
const keyOf = (name: string) => `lanerunner.kept.${name}`;

/** Forgets what was kept under this name, since it is sent; a form that shows it begins anew. */
export function discardKept(name: string): void {
  localStorage.removeItem(keyOf(name));
  window.dispatchEvent(new CustomEvent(discarded, { detail: name }));
}

/**
 * State that survives a reload: what somebody typed is kept in this browser until it is sent or discarded. Without a name it is not kept. `found` turns what
 * was kept into the state to begin with.
 */
export function useKept<T>(
  name: string | undefined,
  initial: () => T,
  found: (kept: T) => T = (kept) => kept,
): [T, (value: T) => void, () => void] {
  const key = name && keyOf(name);
  const [value, setValue] = useState<T>(() => {
    try {
      const kept = key && localStorage.getItem(key);
      return kept ? found(JSON.parse(kept) as T) : initial();
    } catch {
      return initial();
    }
  });
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (key && !done) localStorage.setItem(key, JSON.stringify(value));
  }, [key, value, done]);
  useEffect(() => {
    const beginAnew = (event: Event) => {
      if ((event as CustomEvent<string>).detail === name) setValue(initial());
    };
    window.addEventListener(discarded, beginAnew);
    return () => window.removeEventListener(discarded, beginAnew);
    // The initial state is calculated only when the name changes.
    // eslint-disable-next-line
  }, [name]);
  return [
    value,
    setValue,
    () => {
      setDone(true);
      if (key) localStorage.removeItem(key);
    },
  ];
}
