import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useCommand } from '@/api/command';
import { ask, post } from '@/api/http';
import { queries } from '@/api/queries';
import type { DeadLetter, FailingItem, HealthPart, Job, JobRun, OperationsFigures } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { DataTable } from '@/components/DataTable';
import { Confirm } from '@/components/Dialog';
import { PageHeader, Panel } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { CommandError, Loaded } from '@/components/States';
import type { Tone } from '@/components/statuses';
import { Pill } from '@/components/StatusPill';
import { shell } from './words/shell';
import { terms } from '@/words/terms';
import { usePages } from './pages';
import { words } from './words';

const w = words.operations;

/** The page that an administrator looks at first: whether anything waits, fails, is a dead letter, or is down. */
export function OperationsPage() {
  const operations = useQuery(queries.operations());
  return (
    <>
      <PageHeader title={shell.operations} />
      <Loaded query={operations}>
        {({ figures, health }) => (
          <div className="grid gap-6">
            <Figures figures={figures} />
            <Health status={health.status} parts={health.checks} />
            <Jobs />
            <DeadLetters />
            <FailingItems />
          </div>
        )}
      </Loaded>
    </>
  );
}

function Figures({ figures }: { figures: OperationsFigures }) {
  const all: { name: string; value: string; bad: boolean; to?: string }[] = [
    {
      name: w.suspended,
      value: w.upTo(figures.suspendedOrganisations),
      bad: false,
      to: '/admin/organisations?status=SUSPENDED',
    },
    {
      name: w.contested,
      value: w.upTo(figures.contestedBookings),
      bad: figures.contestedBookings > 0,
      to: '/admin/contests',
    },
    {
      name: w.deadMessages,
      value: w.upTo(figures.deadMessages),
      bad: figures.deadMessages > 0,
      to: '/admin/deliveries?state=DEAD',
    },
    { name: w.deadEvents, value: w.upTo(figures.deadEvents), bad: figures.deadEvents > 0 },
    { name: w.failingItems, value: w.upTo(figures.failingItems), bad: figures.failingItems > 0 },
    {
      name: w.eventsWaiting,
      value: w.waiting(figures.eventsWaiting, figures.oldestEventSeconds),
      bad: figures.oldestEventSeconds > 60,
    },
    {
      name: w.connections,
      value: w.ofMost(figures.databaseConnections, figures.mostDatabaseConnections),
      bad: figures.databaseConnections > 0.9 * figures.mostDatabaseConnections,
    },
  ];
  return (
    <section aria-label={w.figures}>
      <dl className="grid gap-4 pair:grid-cols-2 triple:grid-cols-3">
        {all.map((figure) => (
          <div key={figure.name} className="panel p-4">
            <dt className="text-secondary">
              {figure.to ? (
                <Link className="link" to={figure.to}>
                  {figure.name}
                </Link>
              ) : (
                figure.name
              )}
            </dt>
            <dd className={`figures text-lg font-semibold ${figure.bad ? 'text-danger' : ''}`}>
              {figure.value}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Health({ status, parts }: { status: string; parts: HealthPart[] }) {
  return (
    <Panel title={w.health} actions={<Up status={status} />}>
      <DataTable<HealthPart>
        label={w.health}
        rows={parts}
        rowKey={(part) => part.name}
        columns={[
          { name: w.part, cell: (part) => part.name },
          { name: w.state, cell: (part) => <Up status={part.status} /> },
          {
            name: w.known,
            cell: (part) => (
              <span className="wrap-anywhere">
                {terms.list(known(part).map(([name, value]) => w.datum(name, value))) || terms.none}
              </span>
            ),
          },
        ]}
      />
    </Panel>
  );
}

/** The facts of a health check that are shown. Where it says something in words, only the words are. */
function known({ data }: HealthPart): [string, unknown][] {
  return Object.entries(data).filter(([name]) => !('words' in data) || name === 'words');
}

function Up({ status }: { status: string }) {
  return <Pill tone={status === 'UP' ? 'success' : 'danger'}>{status === 'UP' ? w.up : w.down}</Pill>;
}

const tones: Record<JobRun['status'], Tone> = {
  REQUESTED: 'neutral',
  RUNNING: 'active',
  DONE: 'success',
  FAILED: 'danger',
};

function Jobs() {
  const jobs = useQuery(queries.jobs());
  return (
    <Loaded query={jobs}>
      {(all) => (
        <>
          {all.map((job) => (
            <Panel key={job.name} title={w.jobs[job.name] ?? job.name}>
              {job.runs.length === 0 ? (
                <p className="text-secondary">{w.noRuns}</p>
              ) : (
                <DataTable<JobRun>
                  label={w.jobs[job.name] ?? job.name}
                  rows={job.runs}
                  rowKey={(run) => run.id}
                  columns={[
                    { name: w.requested, cell: (run) => <SiteTime instant={run.requestedAt} /> },
                    { name: w.about, cell: (run) => run.about ?? terms.none },
                    {
                      name: w.state,
                      cell: (run) => <Pill tone={tones[run.status]}>{w.runs[run.status]}</Pill>,
                    },
                    { name: w.took, cell: (run) => took(run) },
                    {
                      name: w.act,
                      cell: (run) => (run.status === 'FAILED' ? <Again job={job} run={run} /> : terms.none),
                    },
                  ]}
                />
              )}
            </Panel>
          ))}
        </>
      )}
    </Loaded>
  );
}

function took(run: JobRun): string {
  return run.startedAt && run.finishedAt
    ? w.seconds((Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000)
    : terms.none;
}

function Again({ job, run }: { job: Job; run: JobRun }) {
  const again = useCommand(
    (_: void, key) => post(`/admin/jobs/${job.name}/${run.id}/restart`, {}, { idempotencyKey: key }),
    () => announce(w.asked),
  );
  return (
    <>
      <Button pending={again.isPending} onClick={() => again.mutate()}>
        {w.again}
      </Button>
      <CommandError error={again.error} />
    </>
  );
}

function DeadLetters() {
  const letters = useQuery(queries.deadLetters());
  return (
    <Panel title={w.deadEvents}>
      <Loaded query={letters}>
        {(all) =>
          all.length === 0 ? (
            <p className="text-secondary">{w.noDeadEvents}</p>
          ) : (
            <DataTable<DeadLetter>
              label={w.deadEvents}
              rows={all}
              rowKey={(letter) => letter.id}
              columns={[
                { name: w.event, cell: (letter) => letter.type ?? w.noEvent },
                { name: w.consumer, cell: (letter) => letter.consumer ?? terms.none },
                { name: w.happened, cell: (letter) => <SiteTime instant={letter.at} /> },
                { name: w.act, cell: (letter) => <Letter letter={letter} /> },
              ]}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}

function Letter({ letter }: { letter: DeadLetter }) {
  const path = `/admin/dead-letters/${letter.family}/${encodeURIComponent(letter.id)}`;
  const again = useCommand(
    (_: void, key) => post(`${path}/retry`, {}, { idempotencyKey: key }),
    () => announce(w.taken),
  );
  const discard = useCommand(
    (_: void, key) => ask(path, { method: 'DELETE', idempotencyKey: key }),
    () => announce(w.discarded),
  );
  return (
    <div className="flex flex-wrap gap-2">
      <Button pending={again.isPending} onClick={() => again.mutate()}>
        {w.again}
      </Button>
      <Confirm
        label={w.discard}
        title={w.discardTitle}
        text={w.discardText}
        confirm={w.discard}
        pending={discard.isPending}
        error={discard.error}
        onConfirm={() => discard.mutate()}
      />
      <CommandError error={again.error} />
    </div>
  );
}

function FailingItems() {
  const { after, ...pages } = usePages();
  const items = useQuery(queries.failingItems(after));
  return (
    <Panel title={w.failingItems}>
      <Loaded query={items}>
        {(page) =>
          page.items.length === 0 && !after ? (
            <p className="text-secondary">{w.noFailing}</p>
          ) : (
            <DataTable<FailingItem>
              label={w.failingItems}
              rows={page.items}
              rowKey={(item) => item.kind + item.id}
              next={page.next}
              {...pages}
              columns={[
                { name: w.what, cell: (item) => w.kinds[item.kind] ?? item.kind },
                { name: w.error, cell: (item) => <span className="break-all">{item.error}</span> },
                { name: w.tries, numeric: true, cell: (item) => item.attempts },
                { name: w.next, cell: (item) => <SiteTime instant={item.nextTryAt} /> },
                { name: w.act, cell: (item) => <Now item={item} /> },
              ]}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}

function Now({ item }: { item: FailingItem }) {
  const now = useCommand(
    (_: void, key) => post(`/admin/due-items/${item.kind}/${item.id}/try`, {}, { idempotencyKey: key }),
    () => announce(w.asked),
  );
  return (
    <>
      <Button pending={now.isPending} onClick={() => now.mutate()}>
        {w.again}
      </Button>
      <CommandError error={now.error} />
    </>
  );
}
