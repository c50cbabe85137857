import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { queries } from '@/api/queries';
import { ButtonLink } from '@/components/Button';
import { PageHeader } from '@/components/PageHeader';
import { Deadline, SiteTime } from '@/components/SiteTime';
import { EmptyState, ErrorState, Skeleton } from '@/components/States';
import { Pill, type Tone } from '@/components/StatusPill';
import { useNow } from '@/components/useNow';
import { useMe } from '@/shell/me';
import { home as w } from '@/words/home';
import { terms } from '@/words/terms';
import { tasksOf, type Task, type Urgency } from './tasks';

const tones: Record<Urgency, Tone> = { now: 'danger', soon: 'warning', whenever: 'info' };

/** What waits for this person, the nearest deadline first, each with its verb. */
export function Home() {
  const me = useMe();
  const now = useNow(60_000);
  const trades = me.organisation !== null;
  const all = { limit: 100 };
  const offers = useQuery({
    ...queries.offers({ direction: 'RECEIVED', status: 'OPEN', ...all }),
    enabled: trades && me.may('offers.view'),
  });
  const unfunded = useQuery({
    ...queries.offers({ status: 'OPEN', unfunded: 'true', ...all }),
    enabled: trades && me.may('offers.view'),
  });
  const bookings = useQuery({ ...queries.bookings(all), enabled: trades && me.may('bookings.view') });
  const loads = useQuery({
    ...queries.loads({ scope: 'own', ...all }),
    enabled: trades && me.may('loads.post'),
  });
  const trips = useQuery({
    ...queries.trips({ scope: 'own', ...all }),
    enabled: trades && me.may('trips.post'),
  });
  const drivers = useQuery({ ...queries.drivers({ limit: 1 }), enabled: trades && me.may('fleet.manage') });
  const vehicles = useQuery({ ...queries.vehicles({ limit: 1 }), enabled: trades && me.may('fleet.manage') });
  const wallet = useQuery({
    ...queries.wallet(),
    enabled: trades && me.may('wallet.top-up') && me.may('loads.post'),
  });
  const contests = useQuery({
    ...queries.contests({ over: 'false', ...all }),
    enabled: trades && me.may('bookings.view') && !me.isDriverOnly,
  });
  const toDecide = useQuery({
    ...queries.contestQueue({ over: 'false', ...all }),
    enabled: me.may('platform.contests'),
  });
  const asked = [contests, toDecide, offers, unfunded, bookings, loads, trips, drivers, vehicles, wallet];
  const failed = asked.find((query) => query.isError && !query.data);
  const waiting = asked.some((query) => query.isLoading);

  const tasks = tasksOf(
    {
      offers: offers.data?.items,
      unfunded: unfunded.data?.items,
      bookings: bookings.data?.items,
      loads: loads.data?.items,
      trips: trips.data?.items,
      drivers: drivers.data?.items,
      vehicles: vehicles.data?.items,
      balances: wallet.data?.balances,
      contests: contests.data?.items,
      toDecide: toDecide.data,
    },
    me,
    now,
  );

  return (
    <>
      <PageHeader title={w.greeting(me.person.name)}>
        {me.may('loads.post') && (
          <ButtonLink look="primary" to="/loads/new">
            {terms.loads.post}
          </ButtonLink>
        )}
        {me.may('trips.post') && (
          <ButtonLink look="primary" to="/trips/new">
            {terms.trips.post}
          </ButtonLink>
        )}
        {me.may('platform.admin') && (
          <ButtonLink look="primary" to="/reports">
            {terms.reports.title}
          </ButtonLink>
        )}
      </PageHeader>
      {failed ? (
        <ErrorState
          error={failed.error}
          retry={() => asked.forEach((query) => query.isError && void query.refetch())}
        />
      ) : waiting ? (
        <Skeleton />
      ) : (
        <Tasks tasks={tasks} now={now} />
      )}
    </>
  );
}

/** What others are to do next stands apart: it does not wait for the reader. */
function Tasks({ tasks, now }: { tasks: Task[]; now: number }) {
  const own = tasks.filter((task) => task.urgency);
  const underWay = tasks.filter((task) => !task.urgency);
  return (
    <>
      {own.length === 0 ? (
        <EmptyState title={w.none} text={w.noneText} />
      ) : (
        <TaskList title={w.waiting(own.length)} label={w.list} tasks={own} now={now} />
      )}
      {underWay.length > 0 && (
        <div className="mt-8">
          <TaskList title={w.underWay} label={w.underWay} tasks={underWay} now={now} />
        </div>
      )}
    </>
  );
}

function TaskList({
  title,
  label,
  tasks,
  now,
}: {
  title: string;
  label: string;
  tasks: Task[];
  now: number;
}) {
  return (
    <>
      <h2 className="mb-3 text-base">{title}</h2>
      <ul aria-label={label} className="flex max-w-4xl flex-col gap-3">
        {tasks.map((task) => (
          <li
            key={task.key}
            className="panel relative flex flex-wrap items-center gap-x-4 gap-y-2 p-4 hover:bg-hover"
          >
            <div className="min-w-0 flex-1 basis-64">
              <p className="font-semibold">{task.title}</p>
              {task.deadline && (
                <p className="text-secondary">
                  {task.then ?? w.by}{' '}
                  {task.then && Date.parse(task.deadline) > now ? (
                    <Deadline instant={task.deadline} zone={task.zone} />
                  ) : (
                    <SiteTime instant={task.deadline} zone={task.zone} ago />
                  )}
                </p>
              )}
            </div>
            {task.urgency && <Pill tone={tones[task.urgency]}>{w.urgency[task.urgency]}</Pill>}
            <Link
              className="link inline-flex min-h-11 items-center font-semibold after:absolute after:inset-0"
              to={task.to}
            >
              {task.verb}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
