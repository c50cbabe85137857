import { useState } from 'react';
import { discardOthers, useEverybodysActions, useOthersActions } from '@/device/kept';
import { phone } from '@/words/phone';
import { Button } from './Button';
import { Dialog } from './Dialog';

const w = phone.kept;

/** Says to somebody whose session is over that what they told is still on this device, and is sent after they sign in. */
export function SignInToSend() {
  const waiting = useEverybodysActions().filter((action) => !action.refused).length;
  if (waiting === 0) return null;
  return (
    <div role="status" className="mb-4 rounded-panel bg-warning-fill p-3 text-warning">
      <p className="font-semibold">{w.signInAgain(waiting)}</p>
      <p>{w.signInAgainText}</p>
    </div>
  );
}

/** Says to the person who is signed in that something another person told is kept on this device where they can't read it, and offers to delete it. */
export function OthersKept() {
  const others = useOthersActions();
  const [asking, setAsking] = useState(false);
  if (others === 0) return null;
  return (
    <aside
      aria-label={w.title}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-surface px-4 py-2 rail:px-6"
    >
      <p className="min-w-0 flex-1 basis-64">
        <span className="font-semibold">{w.others(others)}.</span>{' '}
        <span className="text-secondary">{w.othersText}</span>
      </p>
      <Button onClick={() => setAsking(true)}>{w.discard}</Button>
      <Dialog title={w.discardTitle} open={asking} onClose={() => setAsking(false)}>
        <p className="mb-4">{w.discardText}</p>
        <div className="flex flex-wrap gap-2">
          <Button look="danger" onClick={() => void discardOthers().then(() => setAsking(false))}>
            {w.discard}
          </Button>
          <Button look="quiet" onClick={() => setAsking(false)}>
            {w.keepIt}
          </Button>
        </div>
      </Dialog>
    </aside>
  );
}
