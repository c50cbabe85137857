import type { Window } from '@/api/types';
import { terms } from '@/words/terms';
import { usePreferences, viewerZone } from './preferences';
import { foldOffset, relative, remaining, siteTime, viewerTime, windowText } from './time';
import { useNow } from './useNow';

/** An instant in the site's zone; the viewer's own time follows where it differs. */
export function SiteTime({ instant, zone, ago = false }: { instant: string; zone?: string; ago?: boolean }) {
  const now = useNow(60_000);
  usePreferences();
  const site = zone ?? viewerZone();
  const own = viewerTime(instant, site);
  const fold = foldOffset(instant, site);
  const near = ago ? relative(instant, now) : null;
  return (
    <time dateTime={instant} className="figures">
      {siteTime(instant, site)}
      {fold && <span className="text-secondary"> {terms.units.aside(fold)}</span>}
      {near && <span className="text-secondary"> {terms.units.aside(near)}</span>}
      {own && <span className="block text-xs text-secondary">{terms.time.yours(own)}</span>}
    </time>
  );
}

/** When something happens by itself, and how much time is left. */
export function Deadline({ instant, zone }: { instant: string; zone?: string }) {
  const now = useNow(60_000);
  const left = remaining(instant, now);
  return (
    <>
      <SiteTime instant={instant} zone={zone} />{' '}
      <span className="whitespace-nowrap text-secondary">{terms.units.aside(left ?? terms.time.due)}</span>
    </>
  );
}

export function WindowText({ window }: { window: Window }) {
  const own = viewerTime(window.start, window.zone);
  return (
    <span className="figures">
      {windowText(window.start, window.end, window.zone)}
      {own && <span className="block text-xs text-secondary">{terms.time.yours(own)}</span>}
    </span>
  );
}
