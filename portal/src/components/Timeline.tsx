import type { ReactNode } from 'react';
import { terms } from '@/words/terms';
import { SiteTime } from './SiteTime';

export interface TimelineEntry {
  id: string;
  at: string;
  zone?: string;
  title: string;
  /** The source of the entry: a fence, the driver, or another person. */
  source?: string;
  receivedAt?: string | null;
  addedLater?: boolean;
  detail?: ReactNode;
}

/** What happened, oldest first, each with its own time. An entry that was told later says so, with the time when it arrived. */
export function Timeline({ label, entries }: { label: string; entries: TimelineEntry[] }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {entries.map((entry, index) => (
        <li key={entry.id} className="relative flex gap-3 pb-4">
          {index < entries.length - 1 && (
            <span aria-hidden="true" className="absolute top-3 bottom-0 left-[5px] w-px bg-control" />
          )}
          <span
            aria-hidden="true"
            className="mt-1.5 size-[11px] shrink-0 rounded-full border-2 border-accent bg-surface"
          />
          <div className="min-w-0">
            <p className="font-semibold">{entry.title}</p>
            <p>
              <SiteTime instant={entry.at} zone={entry.zone} />
            </p>
            {entry.source && <p className="text-secondary">{entry.source}</p>}
            {entry.addedLater && entry.receivedAt && (
              <p className="text-warning">
                {terms.time.addedLater} <SiteTime instant={entry.receivedAt} zone={entry.zone} />
              </p>
            )}
            {entry.detail && <div>{entry.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
