import type { Trader } from '@/api/types';
import { locale } from '@/words/language';
import { terms } from '@/words/terms';
import { viewerZone } from './preferences';

const w = terms.traders;

/** The other party: name, kinds, member since when, and the outcome of its bookings. */
export function TraderLine({ trader, label }: { trader: Trader; label?: string }) {
  return (
    <p className="min-w-0">
      {label && <span className="block text-xs text-secondary">{label}</span>}
      <span className="font-semibold break-words">{trader.name ?? w.private}</span>
      <span className="block text-secondary">{recordOf(trader)}</span>
    </p>
  );
}

export function recordOf(trader: Trader): string {
  const since = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    timeZone: viewerZone(),
  }).format(new Date(trader.since));
  return terms.dotted([
    ...trader.kinds.map((kind) => terms.kinds[kind]),
    w.since(since),
    trader.done + trader.cancelled === 0 ? w.noneYet : w.record(trader.done, trader.cancelled),
  ]);
}
