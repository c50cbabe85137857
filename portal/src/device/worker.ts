/**
 * Installs the service worker that opens the portal without a connection. Browsers allow one only on HTTPS and on this machine itself; elsewhere the page
 * works as long as it stays open. A newer version takes over by itself, from the next page that is opened.
 */
const askAgainMillis = 3_600_000;

export function installWorker(): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!import.meta.env.PROD || !workers) return;
  const install = () => {
    workers.register('/sw.js').then(stayCurrent, () => undefined);
  };
  if (document.readyState === 'complete') install();
  else window.addEventListener('load', install, { once: true });
}

/** Looks for a newer version regularly, since an installed page may stay open for days. */
function stayCurrent(registration: ServiceWorkerRegistration | undefined): void {
  if (!registration) return;
  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < askAgainMillis) return;
    asked = Date.now();
    registration.update().catch(() => undefined);
  });
}

/** Whether this page would open without a connection. */
export async function opensOffline(): Promise<boolean> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers) return false;
  return Boolean((await workers.getRegistration().catch(() => undefined))?.active);
}
