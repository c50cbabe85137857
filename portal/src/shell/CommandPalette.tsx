import { useQuery } from '@tanstack/react-query';
import { useId, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { queries } from '@/api/queries';
import { Dialog } from '@/components/Dialog';
import { Icon } from '@/components/Icon';
import { useSettled } from '@/components/useSettled';
import { frame } from '@/words/frame';
import type { NavigationItem } from './navigation';
import { records } from './palette';

interface Found {
  key: string;
  to: string;
  label: string;
  kind: string;
}

/** Finds records by reference or place, and the screens that this person has. It offers nothing that they may not open. */
export function CommandPalette({
  open,
  onClose,
  items,
}: {
  open: boolean;
  onClose: () => void;
  items: NavigationItem[];
}) {
  return (
    <Dialog title={frame.palette.title} open={open} onClose={onClose}>
      <Palette items={items} onClose={onClose} />
    </Dialog>
  );
}

function Palette({ items, onClose }: { items: NavigationItem[]; onClose: () => void }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState<string>();
  const list = useId();
  const wanted = typed.trim().toLowerCase();
  const q = useSettled(typed.trim(), 150);
  const asking = wanted.length >= 2;
  const answer = useQuery({ ...queries.search(q), enabled: asking && q.length >= 2 });
  const current = asking && !answer.isPlaceholderData && q.toLowerCase() === wanted;

  const screens: Found[] = items.map((item) => ({
    key: item.to,
    to: item.to,
    label: item.label,
    kind: frame.palette.screen,
  }));
  const own: Found[] = (asking ? (answer.data?.items ?? []) : []).flatMap((found) => {
    const record = records[found.kind];
    return record
      ? {
          key: found.id,
          to: record.at(found.id),
          label: frame.palette.record(found.reference, frame.palette.lane(found.origin, found.destination)),
          kind: record.kind,
        }
      : [];
  });
  const fits = (entry: Found) => entry.label.toLowerCase().includes(wanted);
  // Results of an earlier search stay as long as they fit the present text, so that nothing jumps and nobody is led to another record.
  const found = [...screens.filter(fits), ...(current ? own : own.filter(fits))].slice(0, 12);
  // The mark stays on what it was set on when an answer comes between; where that is gone it is on the first.
  const at = Math.max(
    0,
    found.findIndex((entry) => entry.key === marked),
  );
  const failed = asking && answer.isError;
  const said = failed
    ? frame.palette.failed
    : found.length
      ? frame.palette.found(found.length)
      : !asking || (current && answer.isSuccess)
        ? frame.palette.none
        : frame.palette.searching;

  function go(entry: Found | undefined): void {
    if (!entry) return;
    onClose();
    void navigate(entry.to);
  }

  function keys(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setMarked(found[(at + step + found.length) % found.length]?.key);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(found[at]);
    }
  }

  return (
    <>
      <input
        className="control"
        role="combobox"
        aria-label={frame.palette.prompt}
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-activedescendant={found[at] ? `${list}-${at}` : undefined}
        placeholder={frame.palette.prompt}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setMarked(undefined);
        }}
        onKeyDown={keys}
      />
      <ul
        id={list}
        role="listbox"
        aria-label={frame.palette.title}
        className="mt-3"
        hidden={found.length === 0}
      >
        {found.map((entry, index) => (
          <li
            key={entry.key}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            className={`flex min-h-11 items-center justify-between gap-3 rounded-control px-3 ${index === at ? 'bg-selected' : 'hover:bg-hover'}`}
            onClick={() => go(entry)}
          >
            <span className="inline-flex items-center gap-2">
              <Icon name="search" size={16} />
              {entry.label}
            </span>
            <span className="text-xs text-secondary">{entry.kind}</span>
          </li>
        ))}
      </ul>
      <p role="status" className={found.length && !failed ? 'sr-only' : 'mt-3 text-secondary'}>
        {said}
      </p>
    </>
  );
}
