/**
 * An administrator sees what a person sees and can change nothing. This belongs to one tab, is never refreshed, and ends with a reload of the page, so that
 * nothing that was read as one person stays on screen for the other.
 */
const key = 'lanerunner.reading';

interface Reading {
  accessToken: string;
  expiresAt: number;
  /** The page that the administrator came from. */
  back: string;
}

function read(): Reading | null {
  const text = sessionStorage.getItem(key);
  return text ? (JSON.parse(text) as Reading) : null;
}

export const reading = {
  isOn(): boolean {
    return read() !== null;
  },

  /** Null once its time is over, which also ends it. */
  token(rejected?: string): string | null {
    const now = read();
    if (now && now.accessToken !== rejected && now.expiresAt > Date.now()) return now.accessToken;
    reading.leave();
    return null;
  },

  enter(opened: { accessToken: string; expiresIn: number }, back: string): void {
    const now: Reading = {
      accessToken: opened.accessToken,
      expiresAt: Date.now() + opened.expiresIn * 1000,
      back,
    };
    sessionStorage.setItem(key, JSON.stringify(now));
    location.assign('/');
  },

  leave(): void {
    const now = read();
    if (!now) return;
    sessionStorage.removeItem(key);
    location.assign(now.back);
  },
};
