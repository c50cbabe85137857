import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { SiteTime } from '@/components/SiteTime';
import { CommandError } from '@/components/States';
import { frame } from '@/words/frame';
import { useMe } from './me';

const w = frame.wayBack;

/** Stands above every screen while somebody who reads this person's mailbox is coming back into the account; one press stops that. */
export function WayBackBanner() {
  const me = useMe();
  const stop = useCommand(
    () => post('/me/way-back/stop'),
    () => announce(w.stopped),
  );
  if (!me.wayBackAt) return null;
  return (
    <section
      aria-label={w.bannerTitle}
      className="flex flex-wrap items-center gap-3 border-b border-line bg-surface px-4 py-2 text-warning rail:px-6"
    >
      <p className="min-w-0 flex-1">
        {w.banner} <SiteTime instant={me.wayBackAt} />
      </p>
      <CommandError error={stop.error} />
      {me.impersonation === null && (
        <Button look="danger" pending={stop.isPending} onClick={() => stop.mutate()}>
          {w.stop}
        </Button>
      )}
    </section>
  );
}
