import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { letGo, sendKept, useKeptActions } from '@/api/kept';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { words } from '@/words';

const w = words.kept;
const retryMillis = 10_000;

/** What waits on this device to be sent, and what the server would not take. */
export function KeptActions() {
  const actions = useKeptActions();
  const client = useQueryClient();
  const waiting = actions.filter((action) => !action.refused);
  const refused = actions.filter((action) => action.refused);

  useEffect(() => {
    if (waiting.length === 0) return;
    const send = () =>
      void sendKept().then(async (sent) => {
        if (sent === 0) return;
        announce(w.sent(sent));
        await client.invalidateQueries();
      });
    window.addEventListener('online', send);
    window.addEventListener('focus', send);
    const timer = setInterval(send, retryMillis);
    return () => {
      window.removeEventListener('online', send);
      window.removeEventListener('focus', send);
      clearInterval(timer);
    };
  }, [waiting.length, client]);

  if (actions.length === 0) return null;
  return (
    <div className="mb-4 max-w-xl">
      {waiting.length > 0 && (
        <p role="status" className="rounded-panel bg-warning-fill p-3 font-semibold text-warning">
          {w.waiting(waiting.length)}
        </p>
      )}
      {refused.map((action) => (
        <div key={action.key} role="alert" className="mt-2 rounded-panel bg-danger-fill p-3 text-danger">
          <p className="font-semibold">{w.refused[action.verb]}</p>
          <p className="mb-2">{action.refused}</p>
          <Button onClick={() => letGo(action.key)}>{w.letGo}</Button>
        </div>
      ))}
    </div>
  );
}
