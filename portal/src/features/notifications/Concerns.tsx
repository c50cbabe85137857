import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link } from 'react-router';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { queries } from '@/api/queries';
import type { Notice } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { SiteTime } from '@/components/SiteTime';
import { CommandError } from '@/components/States';
import { linkOf, told } from './told';
import { inbox as w } from './words/inbox';

const most = 5;

/** Important notices for this person, the newest first. Each stays here, however often the page is loaded, until they say that they have seen it. */
export function Concerns() {
  const waiting = useQuery(queries.notices({ waiting: 'true', limit: most }));
  const count = useQuery(queries.noticeCount()).data?.waiting ?? 0;
  const heading = useRef<HTMLHeadingElement>(null);
  const acknowledge = useCommand(
    (notice: Notice, key) =>
      post<Notice>(`/notifications/${notice.id}/acknowledge`, {}, { idempotencyKey: key }),
    (_, notice) => {
      announce(w.acknowledged(told(notice).title));
      heading.current?.focus();
    },
  );
  const shown = waiting.data?.items ?? [];
  if (shown.length === 0) return null;
  return (
    <section aria-label={w.concerns} className="mb-6 max-w-4xl">
      <h2 ref={heading} tabIndex={-1} className="mb-3 text-base outline-none">
        {w.concerns}
      </h2>
      <ul className="flex flex-col gap-3">
        {shown.map((notice) => (
          <Concern
            key={notice.id}
            notice={notice}
            pending={acknowledge.isPending && acknowledge.variables?.id === notice.id}
            onDone={() => acknowledge.mutate(notice)}
          />
        ))}
      </ul>
      <CommandError error={acknowledge.error} />
      {count > shown.length && (
        <p className="mt-3">
          <Link className="link inline-flex min-h-11 items-center" to="/inbox?waiting=true">
            {w.allWaiting(count)}
          </Link>
        </p>
      )}
    </section>
  );
}

function Concern({ notice, pending, onDone }: { notice: Notice; pending: boolean; onDone: () => void }) {
  const { title, text } = told(notice);
  const link = linkOf(notice);
  return (
    <li className="panel flex flex-wrap items-center gap-x-4 gap-y-2 border-l-4 border-l-warning p-4">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-semibold break-words">
          {link ? (
            <Link className="hover:underline" to={link}>
              {title}
            </Link>
          ) : (
            title
          )}
        </p>
        {text && <p className="break-words">{text}</p>}
        <p className="text-xs text-secondary">
          <SiteTime instant={notice.happenedAt} ago />
        </p>
      </div>
      <Button look="primary" pending={pending} onClick={onDone} aria-label={w.okTo(title)}>
        {w.ok}
      </Button>
    </li>
  );
}
