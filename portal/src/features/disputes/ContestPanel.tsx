import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useOnce } from '@/api/once';
import { queries } from '@/api/queries';
import type { Booking, Contest } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Confirm, Dialog } from '@/components/Dialog';
import { Form, useFormErrors } from '@/components/Form';
import { Panel } from '@/components/PageHeader';
import { Deadline } from '@/components/SiteTime';
import { Loaded } from '@/components/States';
import { money } from '@/components/units';
import { terms } from '@/words/terms';
import { ContestPill, ContestStory } from './ContestStory';
import { StatementFields, useStatement } from './Statement';
import { words as w } from './words';

/** The contest of a booking, for its two sides: what was said, what happens by itself and when, and what this side can do. */
export function ContestPanel({ booking }: { booking: Booking }) {
  const contest = useQuery(queries.contest(booking.id));
  return (
    <div className="mb-6">
      <Loaded query={contest} rows={3}>
        {(data) => (
          <Panel title={w.panel} actions={<ContestPill contest={data} />}>
            <div className="flex flex-col gap-4">
              <ByItself contest={data} />
              <ContestStory contest={data} path={(id) => `/documents/${encodeURIComponent(id)}/content`} />
              {data.actions.length > 0 && (
                <div className="flex flex-wrap gap-2">
                  {data.actions.includes('answer') && <Answer contest={data} />}
                  {data.actions.includes('concede') && <Concede contest={data} />}
                  {data.actions.includes('withdraw') && (
                    <Withdraw contest={data} waits={booking.seller.suspended} />
                  )}
                </div>
              )}
            </div>
          </Panel>
        )}
      </Loaded>
    </div>
  );
}

function ByItself({ contest }: { contest: Contest }) {
  if (contest.status === 'AWAITING_DECISION')
    return <p className="rounded-panel bg-info-fill p-3 text-info">{w.byItself.decides}</p>;
  if (contest.status !== 'AWAITING_ANSWER') return null;
  const own = contest.actions.includes('answer');
  return (
    <p className="rounded-panel bg-warning-fill p-3 text-warning">
      <span className="font-semibold">
        {own ? w.byItself.answerBy : w.byItself.waits(contest.seller.name)}{' '}
        <Deadline instant={contest.answerDueAt} />
      </span>
      <span className="block">{own ? w.byItself.answerThen : w.byItself.waitsThen}</span>
    </p>
  );
}

function useContestCommand(
  contest: Contest,
  name: 'contest.answer' | 'contest.concede' | 'contest.withdraw',
  done: (answer: Contest) => string,
  onDone?: () => void,
) {
  const { bookingId, bookingReference, version } = contest;
  return useOnce<Contest>(name, { id: bookingId, label: bookingReference, version }, (answer) => {
    onDone?.();
    announce(done(answer));
  });
}

function Answer({ contest }: { contest: Contest }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {w.answer}
      </Button>
      <Dialog title={w.answerTitle(contest.buyer.name)} open={open} onClose={close}>
        <AnswerForm contest={contest} onDone={close} />
      </Dialog>
    </>
  );
}

function AnswerForm({ contest, onDone }: { contest: Contest; onDone: () => void }) {
  const errors = useFormErrors();
  const statement = useStatement();
  const answer = useContestCommand(contest, 'contest.answer', () => w.answered, onDone);
  function submit(): void {
    const wrong = statement.wrong();
    errors.show(wrong);
    if (wrong.length === 0) answer.mutate(statement.body, { onError: errors.showProblem });
  }
  return (
    <Form errors={errors} onSubmit={submit} label={w.answerTitle(contest.buyer.name)}>
      <p>{w.answerText}</p>
      <StatementFields statement={statement} hint={w.answerHint} errors={errors} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" pending={answer.isPending}>
          {w.answerNow}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {terms.actions.keep}
        </Button>
      </div>
    </Form>
  );
}

function Concede({ contest }: { contest: Contest }) {
  const concede = useContestCommand(contest, 'contest.concede', () => w.conceded);
  return (
    <Confirm
      label={w.concede}
      title={w.concedeTitle}
      text={w.concedeText(contest.buyer.name, money(contest.price))}
      confirm={w.concedeNow}
      pending={concede.isPending}
      error={concede.error}
      onConfirm={() => concede.mutate()}
    />
  );
}

/** @param waits whether the seller is suspended, and so is not paid before it is reopened */
function Withdraw({ contest, waits }: { contest: Contest; waits: boolean }) {
  const withdraw = useContestCommand(contest, 'contest.withdraw', ({ settledAt }) =>
    settledAt ? w.withdrawn : w.withdrawnWaits,
  );
  return (
    <Confirm
      label={w.withdraw}
      title={waits ? w.withdrawWaitsTitle : w.withdrawTitle}
      text={(waits ? w.releaseWaits : w.withdrawText)(contest.seller.name)}
      confirm={waits ? w.withdrawWaitsNow : w.withdrawNow}
      look="secondary"
      pending={withdraw.isPending}
      error={withdraw.error}
      onConfirm={() => withdraw.mutate()}
    />
  );
}
