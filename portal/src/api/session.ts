import { reading } from './reading';
import type { Tokens } from './types';

/**
 * The signed-in session, shared by all tabs of this browser. A refresh token works once, so only one tab at a time may
 * spend it: a Web Lock guards the refresh, and whoever comes second finds the new tokens already there.
 */
const key = 'lanerunner.session';
const lockName = 'lanerunner.session.refresh';
const earlySeconds = 20;

/** Asks the server to know this browser again by a cookie that no script reads. */
export const byCookie = { 'Session-Transport': 'cookie' };

interface Stored {
  accessToken: string;
  refreshToken: string;
  expiresAt: number;
}

type Listener = () => void;
const listeners = new Set<Listener>();

function read(): Stored | null {
  const text = localStorage.getItem(key);
  if (!text) return null;
  try {
    return JSON.parse(text) as Stored;
  } catch {
    localStorage.removeItem(key);
    return null;
  }
}

function tell(): void {
  listeners.forEach((listener) => listener());
}

window.addEventListener('storage', (event) => {
  if (event.key === key) tell();
});

export const session = {
  isOpen(): boolean {
    return localStorage.getItem(key) !== null;
  },

  open(tokens: Tokens): void {
    const stored: Stored = {
      accessToken: tokens.accessToken,
      refreshToken: tokens.refreshToken,
      expiresAt: Date.now() + tokens.expiresIn * 1000,
    };
    localStorage.setItem(key, JSON.stringify(stored));
    tell();
  },

  /** The same session with another access token, which says what was proven meanwhile. */
  renew(tokens: { accessToken: string; expiresIn: number }): void {
    const stored = read();
    if (!stored) return;
    const renewed = {
      ...stored,
      accessToken: tokens.accessToken,
      expiresAt: Date.now() + tokens.expiresIn * 1000,
    };
    localStorage.setItem(key, JSON.stringify(renewed));
    tell();
  },

  close(): void {
    localStorage.removeItem(key);
    tell();
  },

  refreshToken(): string | null {
    return read()?.refreshToken ?? null;
  },

  /** Who is signed in, as the access token names them; for telling apart, never for deciding. */
  personId(): string | null {
    const payload = read()?.accessToken.split('.')[1];
    if (!payload) return null;
    try {
      const text = atob(payload.replace(/-/g, '+').replace(/_/g, '/'));
      return (JSON.parse(text) as { sub?: string }).sub ?? null;
    } catch {
      return null;
    }
  },

  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** A token fit to send, refreshed ahead of its end; `rejected` is one the server has just refused. */
  async accessToken(rejected?: string): Promise<string | null> {
    if (reading.isOn()) return reading.token(rejected);
    const now = read();
    if (!now) return null;
    if (isFresh(now) && now.accessToken !== rejected) return now.accessToken;
    return underLock(async () => {
      const current = read();
      if (!current) return null;
      if (isFresh(current) && current.accessToken !== rejected) return current.accessToken;
      return refresh(current);
    });
  },
};

function isFresh(stored: Stored): boolean {
  return stored.expiresAt - earlySeconds * 1000 > Date.now();
}

let inFlight: Promise<string | null> | null = null;

async function underLock(work: () => Promise<string | null>): Promise<string | null> {
  const locks = navigator.locks as LockManager | undefined;
  if (locks) return await locks.request(lockName, work);
  // Without Web Locks (an insecure origin) one refresh at a time in this tab is all that can be had.
  inFlight ??= work().finally(() => (inFlight = null));
  return inFlight;
}

async function refresh(current: Stored): Promise<string | null> {
  const response = await fetch('/api/auth/refresh', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...byCookie },
    body: JSON.stringify({ refreshToken: current.refreshToken }),
  });
  if (response.ok) {
    const tokens = (await response.json()) as Tokens;
    session.open(tokens);
    return tokens.accessToken;
  }
  if (response.status < 500 && response.status !== 429) session.close();
  return null;
}
