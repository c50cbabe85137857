import { useEffect, useRef } from 'react';
import { live, topicKey, type MarketTopic } from '@/api/live';

/** An open load or trip of somebody else on screen: what changes of it on the market is read again. */
export function useMarketRecord(topic: MarketTopic | null, id: string, refetch: () => unknown): void {
  const latest = useRef(refetch);
  latest.current = refetch;
  const key = topic && topicKey(topic);
  useEffect(() => {
    if (!topic) return;
    return live.follow(topic, (news) => {
      if (news === 'anew' || news.shown.includes(id) || news.gone.includes(id)) latest.current();
    });
    // A topic is what its key says.
    // eslint-disable-next-line
  }, [key, id]);
}
