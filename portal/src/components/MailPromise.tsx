import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import { proofs } from '@/words/proofs';

const w = proofs.mailLinks;

/** Whether this installation keeps its mails instead of sending them; undefined until that is known. */
export function useMailIsKept(): boolean | undefined {
  const ready = useQuery(queries.ready());
  // Until it is known, the usual promise is made.
  if (ready.isLoading) return undefined;
  return ready.data?.checks.some(({ name, data }) => name === 'mail' && data?.route === 'KEPT') ?? false;
}

/** Says that a mail comes, or, where this installation sends none, where the mail can be read. @param to whose mails, if only theirs */
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
