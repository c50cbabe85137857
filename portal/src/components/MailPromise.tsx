import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import { proofs } from '@/words/proofs';

const w = proofs.mailLinks;

/** Whether this installation keeps its mails instead of sending them; undefined until that is known. */
export function useMailIsKept(): boolean | undefined {
  const ready = useQuery(queries.ready());
  // Who can't be told promises what is usual.
  if (ready.isLoading) return undefined;
  return ready.data?.checks.some(({ name, data }) => name === 'mail' && data?.route === 'KEPT') ?? false;
}

/** That a mail comes; where none leaves the installation, where it is read instead. @param to whose mails, if only theirs */
export function MailPromise({ sent, to }: { sent: string; to?: string }) {
  const kept = useMailIsKept();
  if (kept === undefined) return null;
  if (!kept) return <>{sent}</>;
  return (
    <>
      {w.kept}{' '}
      <a
        className="link"
        href={`/api/dev/mails${to ? `?to=${encodeURIComponent(to)}` : ''}`}
        target="_blank"
        rel="noreferrer"
      >
        {w.toKept}
      </a>
    </>
  );
}
