import { useSyncExternalStore } from 'react';

/** Tells of a success away from where the person looks: one line for a few seconds, read out once. Errors are never shown here. */
interface Toast {
  id: number;
  text: string;
}

let toast: Toast | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function tell(): void {
  listeners.forEach((listener) => listener());
}

export function announce(text: string): void {
  toast = { id: (toast?.id ?? 0) + 1, text };
  clearTimeout(timer);
  timer = setTimeout(() => {
    toast = null;
    tell();
  }, 8000);
  tell();
}

/** On a phone it stands below the header, since the button that somebody is about to press is at the foot. Elsewhere it stands at the foot of the window. */
export function Announcer() {
  const current = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toast,
  );
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none absolute inset-x-4 top-full z-50 mt-2 flex justify-center rail:fixed rail:top-auto rail:bottom-6"
    >
      {current && (
        <p key={current.id} className="rounded-panel bg-text px-4 py-3 text-surface shadow-lg">
          {current.text}
        </p>
      )}
    </div>
  );
}
