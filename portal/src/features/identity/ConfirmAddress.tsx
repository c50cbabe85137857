import { Link } from 'react-router';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { Button } from '@/components/Button';
import { CommandError } from '@/components/States';
import { Entrance } from '@/shell/Entrance';
import { useLinkToken } from './linkToken';
import { LinkGone } from './Verify';
import { mailLinks as w } from './words/mail-links';

/** Opened by the link in a mail that confirms an address. Only a person's press confirms it, since mail programs open links, too. */
export function ConfirmAddress() {
  const token = useLinkToken();
  const confirm = useCommand(() => post('/auth/addresses/confirm', { token }, { anonymous: true }));
  if (confirm.error?.status === 404) return <LinkGone again="/" />;
  return (
    <Entrance title={w.confirmTitle}>
      {confirm.isSuccess ? (
        <div className="flex flex-col gap-3" role="status">
          <p>{w.confirmed}</p>
          <p className="text-secondary">{w.confirmedBoth}</p>
          <Link className="link" to="/">
            {w.toPortal}
          </Link>
        </div>
      ) : (
        <div className="flex flex-col gap-4">
          <p>{w.confirmText}</p>
          <CommandError error={confirm.error} />
          <Button look="primary" pending={confirm.isPending} onClick={() => confirm.mutate()}>
            {w.confirm}
          </Button>
        </div>
      )}
    </Entrance>
  );
}
