import { Problem } from './problem';
import { reading } from './reading';
import type { Tokens } from './types';

/**
 * The signed-in session. The refresh token is in a cookie that no script reads. Each tab keeps its access token to itself, for the few minutes that it is
 * good. A mark without secrets tells all tabs who is signed in. A refresh token works once, so only one tab at a time may use it: a Web Lock guards the
 * refresh.
 */
const markKey = 'lanerunner.session';
const tokenKey = 'lanerunner.access';
/** Why the platform ended the session, in the server's words, for the tab that asks to sign in again. */
const reasonKey = 'lanerunner.ended';
const lockName = 'lanerunner.session.refresh';
const earlySeconds = 20;

/** Asks the server to keep the refresh token in a cookie, and to recognise this browser by another one. */
export const byCookie = { 'Session-Transport': 'cookie' };

/** Only marks of an earlier version hold a `refreshToken`, until the first refresh. */
interface Mark {
  personId: string | null;
  organisationId: string | null;
  refreshToken?: string;
}

interface Access {
  accessToken: string;
  expiresAt: number;
}

type Listener = () => void;
const listeners = new Set<Listener>();

function read<T>(storage: Storage, key: string): T | null {
  const text = storage.getItem(key);
  if (!text) return null;
  try {
    return JSON.parse(text) as T;
  } catch {
    storage.removeItem(key);
    return null;
  }
}

function tell(): void {
  listeners.forEach((listener) => listener());
}

/** Another tab signed out, signed in, or changed person, so nobody may be allowed to see any more what this tab shows. */
window.addEventListener('storage', (event) => {
  if (event.key !== markKey) return;
  const before = event.oldValue ? (JSON.parse(event.oldValue) as Mark) : null;
  const now = read<Mark>(localStorage, markKey);
  const other =
    before?.personId &&
    now?.personId &&
    (now.personId !== before.personId || now.organisationId !== before.organisationId);
  if (!now || other) sessionStorage.removeItem(tokenKey);
  if (other) location.reload();
  else tell();
});

export const session = {
  isOpen(): boolean {
    return localStorage.getItem(markKey) !== null;
  },

  open(tokens: Tokens): void {
    const claims = claimsOf(tokens.accessToken);
    const access: Access = {
      accessToken: tokens.accessToken,
      expiresAt: Date.now() + tokens.expiresIn * 1000,
    };
    const mark: Mark = { personId: claims.sub ?? null, organisationId: claims.org ?? null };
    sessionStorage.setItem(tokenKey, JSON.stringify(access));
    localStorage.setItem(markKey, JSON.stringify(mark));
    localStorage.removeItem(reasonKey);
    tell();
  },

  /** The same session with another access token, which also says what the person has proven meanwhile. */
  renew(tokens: { accessToken: string; expiresIn: number }): void {
    if (session.isOpen()) session.open({ ...tokens, refreshToken: null });
  },

  close(): void {
    sessionStorage.removeItem(tokenKey);
    localStorage.removeItem(markKey);
    tell();
  },

  /** Why the last session ended, where the platform said so. */
  endedBecause(): string | null {
    return localStorage.getItem(reasonKey);
  },

  /** The id of the person who is signed in. Use it to tell people apart, never to decide what they may do. */
  personId(): string | null {
    return read<Mark>(localStorage, markKey)?.personId ?? null;
  },

  organisationId(): string | null {
    return read<Mark>(localStorage, markKey)?.organisationId ?? null;
  },

  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** A token that can be sent; it is refreshed shortly before it ends. `rejected` is a token that the server has just refused. */
  async accessToken(rejected?: string): Promise<string | null> {
    if (reading.isOn()) return reading.token(rejected);
    if (!session.isOpen()) return null;
    const now = fresh(rejected);
    if (now) return now;
    return underLock(async () => {
      const mark = read<Mark>(localStorage, markKey);
      return mark ? (fresh(rejected) ?? refresh(mark)) : null;
    });
  },
};

function fresh(rejected?: string): string | null {
  const access = read<Access>(sessionStorage, tokenKey);
  if (!access || access.accessToken === rejected) return null;
  return access.expiresAt - earlySeconds * 1000 > Date.now() ? access.accessToken : null;
}

function claimsOf(accessToken: string): { sub?: string; org?: string } {
  try {
    const payload = accessToken.split('.')[1] ?? '';
    return JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) as { sub?: string; org?: string };
  } catch {
    return {};
  }
}

let inFlight: Promise<string | null> | null = null;

async function underLock(work: () => Promise<string | null>): Promise<string | null> {
  const locks = navigator.locks as LockManager | undefined;
  if (locks) return await locks.request(lockName, work);
  // Without Web Locks (on an insecure origin) only this tab's refreshes can be kept to one at a time.
  inFlight ??= work().finally(() => (inFlight = null));
  return inFlight;
}

/** When the page goes away meanwhile, the answer's cookie is not lost: the browser finishes the request without the page. */
async function refresh(mark: Mark): Promise<string | null> {
  const response = await fetch('/api/auth/refresh', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...byCookie },
    body: JSON.stringify(mark.refreshToken ? { refreshToken: mark.refreshToken } : {}),
    keepalive: true,
  });
  if (response.ok) {
    const tokens = (await response.json()) as Tokens;
    session.open(tokens);
    return tokens.accessToken;
  }
  if (response.status < 500 && response.status !== 429) {
    const { slug, message } = await Problem.from(response);
    if (slug === 'organisations/suspended') localStorage.setItem(reasonKey, message);
    session.close();
  }
  return null;
}
