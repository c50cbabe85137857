import { useEffect, useRef } from 'react';
import { live, topicKey, type MarketTopic } from '@/api/live';

/** For an open load or trip of somebody else on screen: reads it again when it changes on the market. */
export function useMarketRecord(topic: MarketTopic | null, id: string, refetch: () => unknown): void {
  const latest = useRef(refetch);
  latest.current = refetch;
  const key = topic && topicKey(topic);
  useEffect(() => {
    if (!topic) return;
    return live.follow(topic, (news) => {
      if (news === 'anew' || news.shown.includes(id) || news.gone.includes(id)) latest.current();
    });
    // The key says everything about a topic.
    // eslint-disable-next-line
  }, [key, id]);
}
