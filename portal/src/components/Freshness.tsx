import { frame } from '@/words/frame';
import { useNow } from './useNow';

/** How old a position is: fresh, ageing or stale. The words stand beside its drawing. */
export function freshness(at: string, now: number): 'fresh' | 'ageing' | 'stale' {
  const minutes = (now - Date.parse(at)) / 60_000;
  return minutes < 2 ? 'fresh' : minutes <= 30 ? 'ageing' : 'stale';
}

export function Freshness({ at }: { at: string }) {
  const now = useNow(15_000);
  const minutes = Math.max(0, Math.floor((now - Date.parse(at)) / 60_000));
  const state = freshness(at, now);
  return (
    <span
      className={state === 'fresh' ? 'text-success' : state === 'ageing' ? 'text-warning' : 'text-secondary'}
    >
      {state === 'stale' ? frame.live.positionStale(minutes) : frame.live.positionAge(minutes)}
    </span>
  );
}
