import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { Button } from '@/components/Button';
import { MailPromise } from '@/components/MailPromise';
import { CommandError } from '@/components/States';
import { frame } from '@/words/frame';
import { useMe } from './me';

const w = frame.mailLinks;

/** Until the person's address is confirmed, no other mail goes to it, and they can invite nobody. */
export function UnconfirmedAddress() {
  const me = useMe();
  const send = useCommand((_: void, key) => post('/me/confirmation', undefined, { idempotencyKey: key }));
  if (me.person.confirmed) return null;
  return (
    <section
      aria-label={w.unconfirmedTitle}
      className="flex flex-wrap items-center gap-3 border-b border-line bg-surface px-4 py-2 text-warning rail:px-6"
    >
      <p className="min-w-0 flex-1">{w.unconfirmed(me.person.email)}</p>
      <CommandError error={send.error} />
      {send.isSuccess ? (
        <p role="status">
          <MailPromise sent={w.unconfirmedSent} to={me.person.email} />
        </p>
      ) : (
        <Button pending={send.isPending} onClick={() => send.mutate()}>
          {w.unconfirmedSend}
        </Button>
      )}
    </section>
  );
}
