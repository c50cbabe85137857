import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queries } from '@/api/queries';
import { Button } from '@/components/Button';
import { clockTime } from '@/components/time';
import { useNow } from '@/components/useNow';
import { useKeptActions } from '@/device/kept';
import { useSending, sending } from '@/device/sending';
import { sharing, useSharing, type SharingSnapshot } from '@/device/sharing';
import { phone } from '@/words/phone';
import { terms } from '@/words/terms';
import { useMe } from './me';

const w = phone.sharing;

/** Stands above every screen while the position is shared: says so, when it was last sent and what hinders it, and offers to stop it. */
export function SharingBar() {
  const shared = useSharing();
  useEnd(shared);
  const me = useMe();
  if (shared.ended && shared.endedFor === me.person.id) return <Ended shared={shared} />;
  return shared.tripId ? <Bar shared={shared} /> : null;
}

/** What the server knows about the trip, and its answers, can end the sharing. */
function useEnd({ tripId }: SharingSnapshot): void {
  const kept = useKeptActions();
  const { over } = useSending();
  const { data, dataUpdatedAt } = useQuery({
    ...queries.bookings({ limit: 100 }),
    enabled: tripId !== null,
  });
  useEffect(() => {
    if (data) sharing.follow(data, dataUpdatedAt, kept);
  }, [data, dataUpdatedAt, kept]);
  useEffect(() => {
    if (!over) return;
    if (over.tripId === tripId) {
      sharing.end(over.problem ? 'refused' : 'passed-on', over.problem?.message ?? null);
    }
    sending.overSeen();
  }, [over, tripId]);
}

function Bar({ shared }: { shared: SharingSnapshot }) {
  const { waiting, lastSentAt, ahead } = useSending();
  const now = useNow(2000);
  const { state } = shared;
  const good = state === 'sharing' || state === 'asking';
  const help = w.help[state];
  if (state === 'off') return null;
  return (
    <aside
      aria-label={w.title}
      data-sharing={state}
      className={`border-b px-4 py-2 rail:px-6 ${good ? 'border-active bg-active-fill text-active' : 'border-warning bg-warning-fill text-warning'}`}
    >
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1">
          <span role="status" className="font-semibold">
            {w.state[state]}
          </span>
          <span className="figures">
            {' '}
            {terms.dotted([
              '',
              lastSentAt ? w.lastSent(w.ago(Math.max(0, Math.round((now - lastSentAt) / 1000)))) : w.notSent,
              ...(waiting > 0 ? [w.waiting(waiting)] : []),
            ])}
          </span>
        </p>
        <Button onClick={() => sharing.stop()}>{w.stop}</Button>
      </div>
      {help && <p>{help}</p>}
      {shared.full && <p role="alert">{w.full}</p>}
      {ahead > 0 && <p>{w.ahead(ahead)}</p>}
      {good && shared.screenStaysOn !== null && (
        <p className="text-xs">{shared.screenStaysOn ? w.screenOn : w.screenMaySleep}</p>
      )}
      <Pauses shared={shared} />
    </aside>
  );
}

function Pauses({ shared }: { shared: SharingSnapshot }) {
  if (shared.pauses.length === 0) return null;
  return (
    <div role="status" className="mt-1 flex items-center gap-3">
      <div className="min-w-0 flex-1">
        {shared.pauses.map(({ from, to }) => (
          <p key={from}>{w.paused(clockTime(from), clockTime(to))}</p>
        ))}
        <p className="text-xs">{w.pausedWhy}</p>
      </div>
      <Button look="quiet" onClick={() => sharing.pausesSeen()}>
        {w.understood}
      </Button>
    </div>
  );
}

function Ended({ shared }: { shared: SharingSnapshot }) {
  if (!shared.ended) return null;
  return (
    <aside
      aria-label={w.title}
      data-sharing="ended"
      className="flex items-center gap-3 border-b border-line bg-surface px-4 py-2 rail:px-6"
    >
      <p role="status" className="min-w-0 flex-1">
        {w.ended[shared.ended]} {shared.sentence}
      </p>
      <Button onClick={() => sharing.endSeen()}>{w.understood}</Button>
    </aside>
  );
}
