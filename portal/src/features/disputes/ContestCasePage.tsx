import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useOnce } from '@/api/once';
import { queries } from '@/api/queries';
import type { Booking, Contest, ContestCase, ContestFile } from '@/api/types';
import { announce } from '@/components/Announcer';
import { BookingEvents } from '@/components/BookingEvents';
import { Confirm } from '@/components/Dialog';
import { Money } from '@/components/Figures';
import { Facts, PageHeader, Panel } from '@/components/PageHeader';
import { placeName } from '@/components/placeName';
import { SiteTime } from '@/components/SiteTime';
import { Loaded } from '@/components/States';
import { StatusPill } from '@/components/StatusPill';
import { StopTimes } from '@/components/StopTimes';
import { StoredFile } from '@/components/StoredFile';
import { road } from '@/words/road';
import { terms } from '@/words/terms';
import { ContestPill, ContestStory } from './ContestStory';
import { words as w } from './words';

const b = road.bookings;

/** Everything that an administrator needs to decide a contest, and the two decisions. */
export function ContestCasePage() {
  const { id = '' } = useParams();
  const found = useQuery(queries.contestCase(id));
  return <Loaded query={found}>{(data) => <Case {...data} />}</Loaded>;
}

function Case({ contest, booking, proofFile }: ContestCase) {
  const path = (documentId: string) =>
    `/admin/contests/${contest.id}/documents/${encodeURIComponent(documentId)}/content`;
  return (
    <>
      <PageHeader
        title={w.ofBooking(contest.bookingReference)}
        pills={
          <>
            <ContestPill contest={contest} />
            <StatusPill status={booking.status} />
          </>
        }
        back={{ to: '/admin/contests', label: w.title }}
      >
        {contest.actions.includes('decide') && (
          <>
            <Decide contest={contest} verb="release" waits={booking.seller.suspended} />
            <Decide contest={contest} verb="refund" />
          </>
        )}
      </PageHeader>
      {contest.status === 'AWAITING_DECISION' && !contest.actions.includes('decide') && (
        <p className="mb-6 rounded-panel bg-warning-fill p-3 text-warning">{w.ownCase}</p>
      )}
      <div className="grid items-start gap-6 triple:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-6">
          <Panel title={w.panel}>
            <ContestStory contest={contest} path={path} />
          </Panel>
          <Panel title={b.proof}>
            <Proof booking={booking} file={proofFile} path={path} />
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Panel title={b.agreement}>
            <Facts
              items={[
                { term: b.buyer, value: contest.buyer.name },
                { term: b.seller, value: contest.seller.name },
                {
                  term: terms.deals.price,
                  value: <Money value={contest.price} test={contest.testMoney} />,
                },
                { term: b.fee, value: <Money value={contest.fee} test={contest.testMoney} /> },
                { term: w.since, value: <SiteTime instant={contest.contested.saidAt} ago /> },
                ...(contest.queuedAt
                  ? [{ term: w.waitsSince, value: <SiteTime instant={contest.queuedAt} ago /> }]
                  : []),
              ]}
            />
            <ol className="mt-4 flex flex-col gap-3">
              {booking.stops.map((stop) => (
                <li key={stop.sequence} className="border-l-2 border-control pl-3">
                  <p className="text-xs text-secondary">{terms.stopKind[stop.kind]}</p>
                  <p className="font-semibold">{placeName(stop.place)}</p>
                  <StopTimes stop={stop} />
                </li>
              ))}
            </ol>
          </Panel>
          <Panel title={b.timeline}>
            <CaseTimeline contest={contest} booking={booking} />
          </Panel>
        </div>
      </div>
    </>
  );
}

function Proof({
  booking,
  file,
  path,
}: {
  booking: Booking;
  file: ContestFile | null;
  path: (documentId: string) => string;
}) {
  const proof = booking.proof;
  if (!proof) return null;
  const zone = booking.stops[booking.stops.length - 1]?.place.zone;
  return (
    <>
      <Facts
        items={[
          { term: b.receivedBy, value: proof.receivedBy },
          { term: b.deliveredAt, value: <SiteTime instant={proof.occurredAt} zone={zone} /> },
          {
            term: b.position,
            value:
              proof.latitude != null && proof.longitude != null
                ? b.coordinates(proof.latitude.toFixed(4), proof.longitude.toFixed(4))
                : terms.none,
          },
        ]}
      />
      <div className="mt-4">
        {file ? (
          <StoredFile path={path(file.id)} file={file} alt={terms.documents.alt(file.name)} />
        ) : (
          <p className="text-secondary">{b.noFile}</p>
        )}
      </div>
    </>
  );
}

function CaseTimeline({ contest, booking }: Omit<ContestCase, 'proofFile'>) {
  const timeline = useQuery(queries.contestTimeline(contest.id));
  return (
    <Loaded query={timeline} rows={3}>
      {(page) => <BookingEvents booking={booking} events={page.items} />}
    </Loaded>
  );
}

/** @param waits whether the seller is suspended, and so is not paid before it is reopened */
function Decide({
  contest,
  verb,
  waits = false,
}: {
  contest: Contest;
  verb: 'release' | 'refund';
  waits?: boolean;
}) {
  const { id, bookingReference, version } = contest;
  const decide = useOnce(`contest.${verb}`, { id, label: bookingReference, version }, () =>
    announce(w.decide.done),
  );
  const release = verb === 'release';
  const { seller, buyer } = contest;
  const pay = waits
    ? { title: w.decide.releaseWaitsTitle(seller.name), text: w.releaseWaits(seller.name) }
    : { title: w.decide.releaseTitle(seller.name), text: w.decide.releaseText };
  const payBack = { title: w.decide.refundTitle(buyer.name), text: w.decide.refundText };
  const { title, text } = release ? pay : payBack;
  return (
    <Confirm
      label={release ? w.decide.release : w.decide.refund}
      title={title}
      text={text}
      confirm={release ? w.decide.release : w.decide.refund}
      reason={w.decide.reason}
      look={release ? 'primary' : 'danger'}
      pending={decide.isPending}
      error={decide.error}
      onConfirm={(reason) => decide.mutate({ reason })}
    >
      <p className="text-lg font-semibold">
        <Money value={contest.price} test={contest.testMoney} />
      </p>
    </Confirm>
  );
}
