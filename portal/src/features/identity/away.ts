/**
 * Why this tab has gone to a provider, for when it comes back. The path may hold the secret of an invitation, and the token is one of a mail; each works
 * once, and is removed from this tab when it is back. A tab that does not know it any more just signs in.
 */
const key = 'lanerunner.away';

export interface Away {
  purpose: 'sign-in' | 'link' | 'confirm';
  /** The page to go on to, as a path of this portal. */
  next: string;
  /** The token of the mail's link, for a person who confirms an address. */
  token?: string;
}

/** Only a path of this portal may follow, never another host. */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}

export function goAway(url: string, away: Away): void {
  sessionStorage.setItem(key, JSON.stringify(away));
  window.location.assign(url);
}

/** Works once: opening the address of return a second time no longer finds the reason. */
export function cameBack(): Away {
  const text = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  try {
    const away = JSON.parse(text ?? '') as Partial<Away>;
    return {
      purpose: away.purpose === 'link' || away.purpose === 'confirm' ? away.purpose : 'sign-in',
      token: typeof away.token === 'string' ? away.token : undefined,
      next: safeNext(typeof away.next === 'string' ? away.next : null),
    };
  } catch {
    return { purpose: 'sign-in', next: '/' };
  }
}

const arrivalKey = 'lanerunner.arrival';

/** A login that this tab has brought back, for the account that the person signs in to now. The ticket works once, and in this browser only. */
export interface Arrival {
  ticket: string;
  providerName: string;
}

export const arrival = {
  keep(arrived: Arrival): void {
    sessionStorage.setItem(arrivalKey, JSON.stringify(arrived));
  },

  present(): Arrival | null {
    try {
      return JSON.parse(sessionStorage.getItem(arrivalKey) ?? 'null') as Arrival | null;
    } catch {
      return null;
    }
  },

  forget(): void {
    sessionStorage.removeItem(arrivalKey);
  },
};
