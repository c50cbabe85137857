/**
 * An administrator sees what a person sees, reading only. It belongs to one tab, is never refreshed, and is left by loading the page anew, so that nothing that was
 * read as one stays on screen as the other.
 */
const key = 'lanerunner.reading';

interface Reading {
  accessToken: string;
  expiresAt: number;
  /** Where the administrator came from. */
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

  /** Null once it is over, which leaves it. */
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
