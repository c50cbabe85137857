import { useQuery } from '@tanstack/react-query';
import { NavLink } from 'react-router';
import { queries } from '@/api/queries';
import { Icon } from '@/components/Icon';
import { frame } from '@/words/frame';

const mostShown = 99;

/** The number of unread notices, on every screen. It leads to the inbox. */
export function Bell() {
  const unread = useQuery(queries.noticeCount()).data?.unread ?? 0;
  return (
    <NavLink
      to="/inbox"
      aria-label={frame.notices.bell(unread)}
      className="relative inline-flex size-11 shrink-0 items-center justify-center rounded-control text-secondary hover:bg-hover"
    >
      <Icon name="bell" />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="figures absolute top-1 right-0.5 min-w-5 rounded-full bg-accent px-1 text-center text-xs leading-5 font-semibold text-on-accent"
        >
          {unread > mostShown ? frame.notices.more(mostShown) : unread}
        </span>
      )}
    </NavLink>
  );
}
