import { Link } from 'react-router';
import { useCommand } from '@/api/command';
import { proofs } from '@/words/proofs';
import { Button } from './Button';
import { MailPromise } from './MailPromise';
import { CommandError } from './States';

const w = proofs.factors;

/** A code is sent only when somebody presses for it, so that opening the page sends none. */
export function SendCode({
  sent,
  byMail = false,
  send,
}: {
  sent: string;
  byMail?: boolean;
  send: () => Promise<unknown>;
}) {
  const command = useCommand(send);
  return (
    <div className="flex flex-col gap-3">
      <CommandError error={command.error} />
      {command.error?.slug === 'factors/too-many-codes' && (
        <Link className="link self-start" to="/forgot">
          {proofs.mailLinks.forgotLink}
        </Link>
      )}
      {command.isSuccess && <p role="status">{byMail ? <MailPromise sent={sent} /> : sent}</p>}
      <Button
        look={command.isSuccess ? 'quiet' : 'primary'}
        className="self-start"
        pending={command.isPending}
        onClick={() => command.mutate()}
      >
        {command.isSuccess ? w.sendAgain : w.sendCode}
      </Button>
    </div>
  );
}
