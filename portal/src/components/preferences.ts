import { useSyncExternalStore } from 'react';

/** What the user of this browser prefers. What the account keeps is copied here, so that a page begins as it was left. */
export interface Preferences {
  units: 'us' | 'si';
  theme: 'system' | 'light' | 'dark';
  shortcuts: boolean;
  /** IANA id of the zone in which times are shown; null for the device's. */
  zone: string | null;
}

const key = 'lanerunner.preferences';
const listeners = new Set<() => void>();
const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');

function usual(): Preferences {
  const us = /-(US|LR|MM)$/.test(navigator.language);
  return { units: us ? 'us' : 'si', theme: 'system', shortcuts: true, zone: null };
}

function read(): Preferences {
  try {
    return { ...usual(), ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>) };
  } catch {
    return usual();
  }
}

let current = read();

export function applyTheme(): void {
  const dark = current.theme === 'dark' || (current.theme === 'system' && darkQuery.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

function changed(): void {
  applyTheme();
  listeners.forEach((listener) => listener());
}

darkQuery.addEventListener('change', changed);
window.addEventListener('storage', (event) => {
  if (event.key !== key) return;
  current = read();
  changed();
});

export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  localStorage.setItem(key, JSON.stringify(current));
  changed();
}

/** The zone in which this person reads times. */
export function viewerZone(): string {
  return current.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current);
}
