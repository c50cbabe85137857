import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { live } from '@/api/live';
import { clockTime } from '@/components/time';
import { words } from '@/words';

const patienceMillis = 5000;

/** Whether what is on screen is live; a short break is not worth a word. */
export function Connection() {
  const { state, dataFrom } = useSyncExternalStore(live.subscribe, live.current);
  const [patient, setPatient] = useState(true);
  const before = useRef(state);
  useEffect(() => {
    setPatient(true);
    if (state !== 'reconnecting') return;
    const timer = setTimeout(() => setPatient(false), patienceMillis);
    return () => clearTimeout(timer);
  }, [state]);

  const shown = state === 'reconnecting' && patient ? before.current : state;
  useEffect(() => {
    before.current = shown;
  }, [shown]);
  const text =
    shown === 'live'
      ? words.live.live
      : shown === 'connecting'
        ? words.live.connecting
        : shown === 'offline'
          ? words.live.offline(clockTime(dataFrom))
          : words.live.reconnecting(clockTime(dataFrom));
  const look =
    shown === 'live'
      ? 'bg-success-fill text-success'
      : shown === 'connecting'
        ? 'bg-neutral-fill text-neutral'
        : shown === 'offline'
          ? 'bg-danger-fill text-danger'
          : 'bg-warning-fill text-warning';
  return (
    <p
      role="status"
      data-live={state}
      className={`rounded-control px-2 py-0.5 text-xs font-semibold ${look} ${shown === 'live' ? '' : 'order-last mb-2 w-full rail:order-none rail:mb-0 rail:w-auto'}`}
    >
      {text}
    </p>
  );
}
