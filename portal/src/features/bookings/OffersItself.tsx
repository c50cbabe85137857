import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { opensOffline } from '@/device/worker';
import { words } from './words';

const w = words.device;

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

let offered: InstallPrompt | null = null;
window.addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  offered = event as InstallPrompt;
  window.dispatchEvent(new Event('lanerunner:install'));
});

/** Says whether the screen opens without a connection, and offers a place on the home screen where the browser can do that. */
export function OffersItself() {
  const [ready, setReady] = useState<boolean | null>(null);
  const [prompt, setPrompt] = useState(offered);
  useEffect(() => {
    const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
    const look = () => void opensOffline().then(setReady);
    const take = () => setPrompt(offered);
    look();
    workers?.addEventListener('controllerchange', look);
    window.addEventListener('lanerunner:install', take);
    return () => {
      workers?.removeEventListener('controllerchange', look);
      window.removeEventListener('lanerunner:install', take);
    };
  }, []);
  if (ready === null) return null;
  return (
    <div className="mt-6 max-w-xl text-secondary">
      <p data-offline={ready}>{ready ? w.ready : w.notReady}</p>
      {prompt && (
        <Button className="mt-2" onClick={() => void prompt.prompt().then(() => setPrompt(null))}>
          {w.install}
        </Button>
      )}
    </div>
  );
}
