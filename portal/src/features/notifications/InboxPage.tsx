import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { queries } from '@/api/queries';
import type { Notice, NoticeCount } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button, ButtonLink } from '@/components/Button';
import { FilterBar, useFilters } from '@/components/FilterBar';
import { PageHeader } from '@/components/PageHeader';
import { viewerZone } from '@/components/preferences';
import { CommandError, EmptyState, Loaded } from '@/components/States';
import { clockTime, localDate } from '@/components/time';
import { useMe } from '@/shell/me';
import { terms } from '@/words/terms';
import { linkOf, told } from './told';
import { inbox as w } from './words/inbox';
import { notices as noticesWords } from './words/kinds';

/** Everything that this person was told in the organisation that they act for, day by day. */
export function InboxPage() {
  const me = useMe();
  const filters = useFilters(['unread', 'waiting', 'kind', 'after']);
  const notices = useQuery(queries.notices({ ...filters.values, limit: 50 }));
  const count = useQuery(queries.noticeCount()).data;
  const choices = useQuery(queries.noticeChoices()).data?.preferences ?? [];
  const readAll = useCommand(
    (upTo: string, key) => post<NoticeCount>('/notifications/read-all', { upTo }, { idempotencyKey: key }),
    () => announce(w.allRead),
  );
  const newest = filters.values.after ? undefined : notices.data?.items[0];
  const reading = me.impersonation !== null;
  return (
    <>
      <PageHeader title={w.inbox}>
        {!reading && newest && !filters.any && count !== undefined && count.unread > 0 && (
          <Button pending={readAll.isPending} onClick={() => readAll.mutate(newest.id)}>
            {w.readAll}
          </Button>
        )}
        <ButtonLink look="quiet" to="/profile#notices">
          {w.choose}
        </ButtonLink>
      </PageHeader>
      <CommandError error={readAll.error} />
      <FilterBar
        state={filters}
        filters={[
          { name: 'unread', label: w.state, choices: [{ value: 'true', label: w.unread }] },
          { name: 'waiting', label: w.home, choices: [{ value: 'true', label: w.waiting }] },
          {
            name: 'kind',
            label: w.about,
            choices: choices.map((choice) => ({
              value: choice.kind,
              label: noticesWords.kindName(choice.kind),
            })),
          },
        ]}
      />
      <Loaded query={notices}>
        {(page) =>
          page.items.length === 0 ? (
            filters.any ? (
              <EmptyState
                title={w.noMatch}
                text={w.noMatchText}
                action={<Button onClick={filters.clear}>{terms.filters.clear}</Button>}
              />
            ) : (
              <EmptyState title={w.none} text={w.noneText} />
            )
          ) : (
            <>
              {days(page.items).map(([day, items]) => (
                <Day key={day} day={day} items={items} reading={reading} />
              ))}
              {page.next && <Button onClick={() => filters.set('after', page.next!)}>{w.older}</Button>}
              {filters.values.after && (
                <Button look="quiet" onClick={() => filters.set('after', '')}>
                  {w.newest}
                </Button>
              )}
            </>
          )
        }
      </Loaded>
    </>
  );
}

/** The notices in their order, grouped by day on the reader's clock. */
function days(notices: Notice[]): [string, Notice[]][] {
  const byDay = new Map<string, Notice[]>();
  for (const notice of notices) {
    const day = localDate(new Date(notice.madeAt), viewerZone());
    byDay.set(day, [...(byDay.get(day) ?? []), notice]);
  }
  return [...byDay];
}

function Day({ day, items, reading }: { day: string; items: Notice[]; reading: boolean }) {
  return (
    <section aria-labelledby={`day-${day}`} className="mb-6 max-w-4xl">
      <h2 id={`day-${day}`} className="mb-2 text-base">
        {w.day(day)}
      </h2>
      <ul className="panel divide-y divide-line">
        {items.map((notice) => (
          <Row key={notice.id} notice={notice} reading={reading} />
        ))}
      </ul>
    </section>
  );
}

function Row({ notice, reading }: { notice: Notice; reading: boolean }) {
  const { title, text } = told(notice);
  const link = linkOf(notice);
  const read = useCommand((_: void, key) =>
    post<Notice>(`/notifications/${notice.id}/read`, {}, { idempotencyKey: key }),
  );
  const acknowledge = useCommand((verb: 'acknowledge' | 'take-back', key) =>
    post<Notice>(`/notifications/${notice.id}/${verb}`, {}, { idempotencyKey: key }),
  );
  const unread = notice.readAt === null;
  return (
    <li
      data-unread={unread}
      className={`flex flex-wrap items-center gap-x-4 gap-y-1 p-4 ${unread ? 'bg-selected' : ''}`}
    >
      <div className="min-w-0 flex-1 basis-64">
        <p className={`break-words ${unread ? 'font-semibold' : ''}`}>
          {unread && <span className="sr-only">{w.unreadMark} </span>}
          {link ? (
            <Link className="link" to={link} onClick={() => unread && !reading && read.mutate()}>
              {title}
            </Link>
          ) : (
            title
          )}
        </p>
        {text && <p className="break-words">{text}</p>}
        <p className="text-xs text-secondary">
          <time dateTime={notice.madeAt}>{clockTime(notice.madeAt)}</time>
          {notice.stays && notice.acknowledgedAt !== null && <span> · {w.isAcknowledged}</span>}
        </p>
        <CommandError error={read.error ?? acknowledge.error} />
      </div>
      {!reading && (
        <div className="flex flex-wrap gap-2">
          {unread && !(notice.stays && notice.acknowledgedAt === null) && (
            <Button
              look="quiet"
              pending={read.isPending}
              aria-label={w.markReadOf(title)}
              onClick={() => read.mutate()}
            >
              {w.markRead}
            </Button>
          )}
          {notice.stays && (
            <Button
              look={notice.acknowledgedAt === null ? 'secondary' : 'quiet'}
              pending={acknowledge.isPending}
              aria-label={notice.acknowledgedAt === null ? w.okTo(title) : w.takeBackOf(title)}
              onClick={() => acknowledge.mutate(notice.acknowledgedAt === null ? 'acknowledge' : 'take-back')}
            >
              {notice.acknowledgedAt === null ? w.ok : w.takeBack}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
