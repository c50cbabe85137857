/**
 * What this tab has gone to a provider for, for when it comes back. It holds nothing that opens anything; a tab that does not know it any more just signs in.
 */
const key = 'lanerunner.away';

export interface Away {
  purpose: 'sign-in' | 'link';
  /** The page to go on to: a path of this portal. */
  next: string;
}

/** Only a path of this portal may follow, never another host. */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}

export function goAway(url: string, away: Away): void {
  sessionStorage.setItem(key, JSON.stringify(away));
  window.location.assign(url);
}

/** Once: whoever opens the address of return again does not know what it was for. */
export function cameBack(): Away {
  const text = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  try {
    const away = JSON.parse(text ?? '') as Partial<Away>;
    return {
      purpose: away.purpose === 'link' ? 'link' : 'sign-in',
      next: safeNext(typeof away.next === 'string' ? away.next : null),
    };
  } catch {
    return { purpose: 'sign-in', next: '/' };
  }
}
