import { useSyncExternalStore } from 'react';
import { keepables } from '@/device/keepables';
import { letGo, takeBack, tryAnew, useKeptActions, useSendingNow, type KeptAction } from '@/device/kept';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { SiteTime } from '@/components/SiteTime';
import { sending } from '@/device/sending';
import { phone } from '@/words/phone';
import { terms } from '@/words/terms';
import { words } from './words';

const w = words.kept;

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** What waits on this device to be sent, why it waits, and what the server has refused. */
export function KeptActions() {
  const actions = useKeptActions();
  const sendingNow = useSendingNow();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (actions.length === 0) return null;
  const waiting = actions.filter((action) => !action.refused).length;
  return (
    <section aria-label={phone.kept.title} className="mb-4 max-w-xl">
      {waiting > 0 && (
        <p role="status" className="rounded-panel bg-warning-fill p-3 font-semibold text-warning">
          {w.waiting(waiting)}
        </p>
      )}
      <ul>
        {actions.map((action, index) => (
          <li key={action.order} className="mt-2">
            {action.refused ? (
              <Refused action={action} refused={action.refused} />
            ) : (
              <Waiting
                action={action}
                waitsFor={waitsFor(action, actions.slice(0, index), sendingNow, online)}
                last={!actions.slice(index + 1).some((later) => later.about === action.about)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function waitsFor(
  action: KeptAction,
  before: KeptAction[],
  sendingNow: number | null,
  online: boolean,
): keyof typeof w.waitsFor {
  if (before.some((one) => one.about === action.about && one.refused)) return 'refused';
  if (sendingNow === action.order) return 'sending';
  if (!online) return 'connection';
  return before.some((one) => !one.refused) ? 'order' : 'server';
}

function What({ action }: { action: KeptAction }) {
  const { body, file } = action;
  return (
    <>
      <span className="block font-semibold">{keepables[action.name].says.told(action.place)}</span>
      <span className="block">
        {action.reference && `${w.of(action.reference)}, `}
        {body.occurredAt && <SiteTime instant={body.occurredAt} zone={action.zone} />}
      </span>
      {(body.receivedBy || file) && (
        <span className="block">
          {terms.dotted([
            ...(body.receivedBy ? [w.receivedBy(body.receivedBy)] : []),
            ...(file ? [w.withPhoto] : []),
          ])}
        </span>
      )}
    </>
  );
}

function Waiting({
  action,
  waitsFor: why,
  last,
}: {
  action: KeptAction;
  waitsFor: keyof typeof w.waitsFor;
  last: boolean;
}) {
  return (
    <div className="panel flex items-center gap-3 p-3">
      <div className="min-w-0 flex-1">
        <What action={action} />
        <p className="text-secondary">{w.waitsFor[why]}</p>
      </div>
      {last && why !== 'sending' && (
        <Button onClick={() => void takeBack(action.order).then((outcome) => announce(w.takenBack[outcome]))}>
          {w.takeBack}
        </Button>
      )}
    </div>
  );
}

const goOn = (): void => sending.now();

function Refused({ action, refused }: { action: KeptAction; refused: string }) {
  return (
    <div role="alert" className="rounded-panel bg-danger-fill p-3 text-danger">
      <p className="font-semibold">{keepables[action.name].says.refused}</p>
      <What action={action} />
      <p className="my-2">{refused}</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void tryAnew(action).then(goOn)}>{w.tryAnew}</Button>
        {action.file && !action.file.documentId && (
          <Button onClick={() => void tryAnew(action, false).then(goOn)}>{w.withoutPhoto}</Button>
        )}
        <Button look="danger" onClick={() => void letGo(action.order).then(goOn)}>
          {w.letGo}
        </Button>
      </div>
    </div>
  );
}
