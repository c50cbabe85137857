import { useEffect, useState } from 'react';

/**
 * State that survives a reload: what somebody typed is kept in this browser until it is sent or discarded. Without a name it is
 * not kept; `found` says what becomes of what was.
 */
export function useKept<T>(
  name: string | undefined,
  initial: () => T,
  found: (kept: T) => T = (kept) => kept,
): [T, (value: T) => void, () => void] {
  const key = name && `lanerunner.kept.${name}`;
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
  return [
    value,
    setValue,
    () => {
      setDone(true);
      if (key) localStorage.removeItem(key);
    },
  ];
}
