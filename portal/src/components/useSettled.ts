import { useEffect, useState } from 'react';

/** A value once it has not changed for some time, so that a search asks when the typing pauses and not at each key. */
export function useSettled<T>(value: T, afterMillis: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMillis);
    return () => clearTimeout(timer);
  }, [value, afterMillis]);
  return settled;
}
