import { useSyncExternalStore } from 'react';

/** Success told where the eye is not: one line for a few seconds, read out once. Errors never come here. */
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
      className="pointer-events-none fixed inset-x-4 bottom-20 z-50 flex justify-center rail:bottom-6"
    >
      {current && (
        <p key={current.id} className="rounded-panel bg-text px-4 py-3 text-surface shadow-lg">
          {current.text}
        </p>
      )}
    </div>
  );
}
