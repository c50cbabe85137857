import { useEffect, useState } from 'react';

/** State that survives a reload: what somebody typed is kept in this browser until it is sent or discarded. */
export function useKept<T>(name: string, initial: () => T): [T, (value: T) => void, () => void] {
  const key = `lanerunner.kept.${name}`;
  const [value, setValue] = useState<T>(() => {
    try {
      const kept = localStorage.getItem(key);
      return kept ? (JSON.parse(kept) as T) : initial();
    } catch {
      return initial();
    }
  });
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) localStorage.setItem(key, JSON.stringify(value));
  }, [key, value, done]);
  return [
    value,
    setValue,
    () => {
      setDone(true);
      localStorage.removeItem(key);
    },
  ];
}
