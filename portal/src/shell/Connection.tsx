import { notifyManager, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { isContent, isFed } from '@/api/fed';
import { live } from '@/api/live';
import { clockTime } from '@/components/time';
import { frame } from '@/words/frame';
import { useMe } from './me';

const patienceMillis = 5000;
const look = 'rounded-control px-2 py-0.5 text-xs font-semibold';

/** Says how current the screen is: "live" where the feed tells of every change of it, else the time when it was read. */
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

  // A short break is not worth telling.
  const shown = state === 'reconnecting' && patient ? before.current : state;
  useEffect(() => {
    before.current = shown;
  }, [shown]);
  const broken = shown === 'offline' || shown === 'reconnecting';
  const text = frame.live[shown === 'live' ? 'connected' : shown];
  const said = typeof text === 'string' ? text : text(clockTime(dataFrom));
  const colours =
    shown === 'offline'
      ? 'bg-danger-fill text-danger'
      : broken
        ? 'bg-warning-fill text-warning'
        : 'bg-neutral-fill text-neutral';
  const asOf = useAsOf();
  const fresh = shown === 'live' && asOf !== null;
  return (
    <div
      data-live={state}
      className={broken ? 'order-last mb-2 w-full rail:order-none rail:mb-0 rail:w-auto' : ''}
    >
      <p role="status" className={fresh ? 'sr-only' : `${look} ${colours}`}>
        {said}
      </p>
      {fresh && <OnScreen asOf={asOf} />}
    </div>
  );
}

/** How current everything on the screen is. */
function OnScreen({ asOf }: { asOf: 'live' | number }) {
  const client = useQueryClient();
  if (asOf === 'live')
    return (
      <span data-fresh="live" className={`${look} bg-success-fill text-success`}>
        {frame.live.live}
      </span>
    );
  return (
    <button
      type="button"
      data-fresh="as-of"
      className="inline-flex min-h-11 items-center gap-2 rounded-control px-1 text-xs font-semibold text-secondary hover:bg-hover"
      onClick={() => void client.refetchQueries({ type: 'active' })}
    >
      <span className="sr-only rail:not-sr-only">{frame.live.asOf(clockTime(asOf))}</span>
      <span aria-hidden="true" className="figures rail:hidden">
        {clockTime(asOf)}
      </span>
      <span className="sr-only underline rail:not-sr-only">{frame.live.refresh}</span>
    </button>
  );
}

/** 'live', or the time at which the oldest data was read of which the feed does not tell; null where nothing on screen could be old. */
function useAsOf(): 'live' | number | null {
  const client = useQueryClient();
  const me = useMe();
  const cache = client.getQueryCache();
  const subscribe = useCallback(
    (changed: () => void) => {
      const told = notifyManager.batchCalls(changed);
      const stops = [cache.subscribe(told), live.subscribe(told)];
      return () => stops.forEach((stop) => stop());
    },
    [cache],
  );
  return useSyncExternalStore(subscribe, () => {
    const reader = { organisationId: me.organisation?.id, may: me.may, told: live.current().told };
    const read = cache.findAll({ type: 'active' }).filter((query) => isContent(query) && query.state.data);
    const old = read.filter((query) => !isFed(query, reader));
    if (read.length === 0) return null;
    return old.length === 0 ? 'live' : Math.min(...old.map((query) => query.state.dataUpdatedAt));
  });
}
