import type { Contest, ContestWords } from '@/api/types';
import { SiteTime } from '@/components/SiteTime';
import { StoredFile } from '@/components/StoredFile';
import type { Tone } from '@/components/statuses';
import { Pill } from '@/components/StatusPill';
import { words as w } from './words';

const tones: Record<Contest['status'], Tone> = {
  AWAITING_ANSWER: 'warning',
  AWAITING_DECISION: 'warning',
  WITHDRAWN: 'neutral',
  CONCEDED: 'neutral',
  RELEASED: 'success',
  REFUNDED: 'info',
};

export function ContestPill({ contest }: { contest: Pick<Contest, 'status'> }) {
  return <Pill tone={tones[contest.status]}>{w.status[contest.status]}</Pill>;
}

/** What both sides say and show, and how it ended. @param path the path of a file, which depends on the reader */
export function ContestStory({ contest, path }: { contest: Contest; path: (documentId: string) => string }) {
  const { status, buyer, seller } = contest;
  return (
    <div className="flex flex-col gap-4">
      <Said
        title={w.said(buyer.name)}
        said={contest.contested}
        lead={w.reasons[contest.reason]}
        path={path}
      />
      {contest.answer ? (
        <Said
          title={w.said(seller.name)}
          said={contest.answer}
          lead={contest.answeredLate ? w.answeredLate : undefined}
          path={path}
        />
      ) : (
        status !== 'AWAITING_ANSWER' && <p className="text-secondary">{w.byItself.unanswered}</p>
      )}
      {status !== 'AWAITING_ANSWER' && status !== 'AWAITING_DECISION' && (
        <div className="rounded-panel bg-neutral-fill p-3 text-neutral">
          <p className="font-semibold">
            {w.ended[status](buyer.name, seller.name, contest.settledAt !== null)}
          </p>
          {contest.decisionReason && (
            <p className="whitespace-pre-line wrap-anywhere">{w.because(contest.decisionReason)}</p>
          )}
          {contest.endedAt && <SiteTime instant={contest.endedAt} />}
        </div>
      )}
    </div>
  );
}

function Said({
  title,
  said,
  lead,
  path,
}: {
  title: string;
  said: ContestWords;
  lead?: string;
  path: (documentId: string) => string;
}) {
  return (
    <section className="border-l-2 border-control pl-3">
      <h3 className="font-semibold">{title}</h3>
      <p className="text-xs text-secondary">
        <SiteTime instant={said.saidAt} />
      </p>
      {lead && <p className="font-semibold">{lead}</p>}
      <p className="whitespace-pre-line wrap-anywhere">{said.words}</p>
      {said.documents.length > 0 && (
        <ul className="mt-2 flex flex-col gap-3">
          {said.documents.map((file) => (
            <li key={file.id}>
              <StoredFile path={path(file.id)} file={file} alt={w.fileAlt(file.name)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
