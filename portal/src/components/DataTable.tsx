import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { terms } from '@/words/terms';
import { Button } from './Button';
import { usePreferences } from './preferences';
import { Pill } from './StatusPill';
import type { Mark } from './useSteadyRows';

export interface Column<T> {
  name: string;
  cell: (row: T) => ReactNode;
  /** Figures are aligned right, in tabular numerals. */
  numeric?: boolean;
}

/** The columns that still fit beside an open record: the name, and the other important values under each other. */
export function narrowed<T>(columns: Column<T>[]): Column<T>[] {
  const [first, second, third] = columns;
  if (!first || !second || !third) return columns;
  const both: Column<T> = {
    name: second.name,
    cell: (row) => (
      <>
        <span className="mb-1 block">{second.cell(row)}</span>
        {third.cell(row)}
      </>
    ),
  };
  return [first, both];
}

interface Props<T> {
  label: string;
  rows: T[];
  columns: Column<T>[];
  rowKey: (row: T) => string;
  /** The address of the row's record; the first cell becomes the link. */
  to?: (row: T) => string;
  selected?: string;
  /** What has happened to rows since they were first shown. */
  marks?: ReadonlyMap<string, Mark>;
  next?: string | null;
  onMore?: (after: string) => void;
  onFirst?: () => void;
}

/** Says that a row has changed or is gone since the list was first shown. */
export function MarkPill({ mark }: { mark: Mark | undefined }) {
  if (!mark) return null;
  return (
    <span className="ml-2 inline-block">
      <Pill tone={mark === 'gone' ? 'neutral' : 'info'}>
        {mark === 'gone' ? terms.board.gone : terms.board.changed}
      </Pill>
    </span>
  );
}

/**
 * Rows of records: a native table where the window is wide enough for the navigation rail, cards on a phone. The first column names the record and links to
 * it; J and K move between rows. The server limits how many rows a page has, so nothing needs virtualising.
 */
export function DataTable<T>({
  label,
  rows,
  columns,
  rowKey,
  to,
  selected,
  marks,
  next,
  onMore,
  onFirst,
}: Props<T>) {
  const body = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const { shortcuts } = usePreferences();

  function move(event: KeyboardEvent): void {
    if (!shortcuts || event.ctrlKey || event.metaKey || event.altKey || !to) return;
    const step =
      event.key === 'j' || event.key === 'ArrowDown'
        ? 1
        : event.key === 'k' || event.key === 'ArrowUp'
          ? -1
          : 0;
    if (!step) return;
    const links = [...(body.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])].filter(
      (link) => link.offsetParent !== null,
    );
    const at = links.indexOf(document.activeElement as HTMLElement);
    const target = links[Math.min(links.length - 1, Math.max(0, at + step))];
    if (target) {
      event.preventDefault();
      target.focus();
    }
  }

  const first = columns[0]!;
  const markOf = (row: T) => marks?.get(rowKey(row));
  const gone = (row: T) => (markOf(row) === 'gone' ? 'line-through text-secondary' : '');
  const named = (row: T, content: ReactNode) => (
    <>
      {link(row, content)}
      <MarkPill mark={markOf(row)} />
    </>
  );
  const link = (row: T, content: ReactNode) =>
    to && markOf(row) !== 'gone' ? (
      <a
        data-row-link
        href={to(row)}
        className="inline-flex min-h-6 items-center font-semibold text-accent rail:whitespace-nowrap after:absolute after:inset-0"
        aria-current={selected === rowKey(row) ? 'true' : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          void navigate(to(row));
        }}
      >
        {content}
      </a>
    ) : (
      content
    );

  return (
    <div ref={body} onKeyDown={move}>
      <div
        className="panel hidden overflow-x-auto rail:block"
        // A wide table scrolls sideways, so the keyboard must be able to reach it.
        tabIndex={0}
        role="region"
        aria-label={label}
      >
        <table className="w-full">
          <caption className="sr-only">{label}</caption>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th
                  key={column.name}
                  scope="col"
                  className={`border-b border-line bg-surface px-3 py-2 text-xs text-secondary ${
                    column.numeric ? 'text-right' : 'text-left'
                  } ${index === 0 ? 'sticky left-0 z-10' : ''}`}
                >
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const chosen = selected === rowKey(row);
              return (
                <tr
                  key={rowKey(row)}
                  data-mark={markOf(row)}
                  className={`relative ${chosen ? 'bg-selected' : to && !gone(row) ? 'hover:bg-hover' : ''}`}
                >
                  {columns.map((column, index) =>
                    index === 0 ? (
                      <th
                        key={column.name}
                        scope="row"
                        className="h-12 border-b border-line px-3 py-2 text-left align-middle"
                      >
                        {named(row, <span className={gone(row)}>{column.cell(row)}</span>)}
                      </th>
                    ) : (
                      <td
                        key={column.name}
                        className={`h-12 border-b border-line px-3 py-2 align-middle ${gone(row)} ${column.numeric ? 'figures text-right' : ''}`}
                      >
                        {column.cell(row)}
                      </td>
                    ),
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <ul aria-label={label} className="flex flex-col gap-3 rail:hidden">
        {rows.map((row) => (
          <li key={rowKey(row)} data-mark={markOf(row)} className="panel relative p-4">
            <div className="mb-2 text-base font-semibold">
              {named(row, <span className={gone(row)}>{first.cell(row)}</span>)}
            </div>
            <dl className={`flex flex-col gap-1 ${gone(row)}`}>
              {columns.slice(1).map((column) => (
                <div key={column.name} className="flex items-baseline justify-between gap-3">
                  <dt className="shrink-0 text-xs text-secondary">{column.name}</dt>
                  <dd className="text-right">{column.cell(row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      {(next || onFirst) && (
        <div className="mt-3 flex gap-2">
          {onFirst && <Button onClick={onFirst}>{terms.actions.firstPage}</Button>}
          {next && onMore && <Button onClick={() => onMore(next)}>{terms.actions.nextPage}</Button>}
        </div>
      )}
    </div>
  );
}
