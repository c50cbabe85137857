import { useState } from 'react';
import { discardOthers, useEverybodysActions, useOthersActions } from '@/device/kept';
import { phone } from '@/words/phone';
import { Button } from './Button';
import { Dialog } from './Dialog';

const w = phone.kept;

/** For who is not signed in any more: that something they told is still here, and waits for them. */
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

/** For who is signed in where somebody else told something: that it is here, sealed off, and how it goes. */
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
