import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { queries } from '@/api/queries';
import { ButtonLink } from '@/components/Button';
import { PageHeader } from '@/components/PageHeader';
import { Deadline, SiteTime } from '@/components/SiteTime';
import { EmptyState, Loaded } from '@/components/States';
import type { Tone } from '@/components/statuses';
import { Pill } from '@/components/StatusPill';
import { useNow } from '@/components/useNow';
import { useMe } from '@/shell/me';
import { screens } from '@/shell/screens';
import { home as w } from '@/words/home';
import { moreOf, tasksOf, type Task, type Urgency } from './tasks';

const tones: Record<Urgency, Tone> = { now: 'danger', soon: 'warning', whenever: 'info' };

const starts = screens
  .flatMap(({ path, fromHome }) => (fromHome ? [{ ...fromHome, path }] : []))
  .sort((a, b) => a.place - b.place);

/** What waits for this person, the nearest deadline first, each with the action to take. */
export function Home() {
  const me = useMe();
  const now = useNow(60_000);
  const home = useQuery(queries.home());

  return (
    <>
      <PageHeader title={w.greeting(me.person.name)}>
        {starts
          .filter(({ shownTo }) => shownTo(me))
          .map(({ path, label }) => (
            <ButtonLink key={path} look="primary" to={path}>
              {label}
            </ButtonLink>
          ))}
      </PageHeader>
      <Loaded query={home}>
        {(view) => <Tasks tasks={tasksOf(view, me, now)} more={moreOf(view, me)} now={now} />}
      </Loaded>
    </>
  );
}

/** Tasks that others are to do next stand apart, since they do not wait for the reader. */
function Tasks({ tasks, more, now }: { tasks: Task[]; more: number; now: number }) {
  const own = tasks.filter((task) => task.urgency);
  const underWay = tasks.filter((task) => !task.urgency);
  return (
    <>
      {own.length === 0 ? (
        <EmptyState title={w.none} text={w.noneText} />
      ) : (
        <TaskList title={w.waiting(own.length + more)} label={w.list} tasks={own} now={now} />
      )}
      {more > 0 && <p className="mt-3 text-secondary">{w.more(more)}</p>}
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
