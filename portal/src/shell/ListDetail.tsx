import type { ReactNode } from 'react';
import { Outlet, useNavigate, useParams } from 'react-router';

/**
 * A list with its record beside it where both fit, else one of them. The record is a nested URL that keeps the list's query. Esc goes back to the list, and
 * the focus to the record's row.
 */
export function ListDetail({ list, home }: { list: ReactNode; home: string }) {
  const { id } = useParams();
  const navigate = useNavigate();
  if (!id) return list;
  return (
    <div
      className="grid gap-6 pair:grid-cols-[minmax(16rem,22rem)_1fr]"
      onKeyDown={(event) => {
        const inField =
          event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
        if (
          event.key !== 'Escape' ||
          event.defaultPrevented ||
          inField ||
          document.querySelector('dialog[open]')
        )
          return;
        void navigate(home + location.search);
        setTimeout(() => document.querySelector<HTMLElement>(`a[data-row-link][href*="${id}"]`)?.focus());
      }}
    >
      <div className="hidden min-w-0 pair:block">{list}</div>
      <div className="min-w-0">
        <Outlet />
      </div>
    </div>
  );
}
