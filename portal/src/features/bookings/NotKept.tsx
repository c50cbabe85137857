import { useEffect, useState, type ReactNode } from 'react';
import type { Problem } from '@/api/problem';
import { isNotKept } from '@/device/store';
import { locale } from '@/words/language';
import { words } from './words';

const w = words.device;

/** Says what could be neither sent nor kept, and what to do about it. Nobody may drive on in the belief that it was told. */
export function NotKept({
  problem,
  what,
  children,
}: {
  problem: Problem | null;
  what: string;
  children?: ReactNode;
}) {
  const shown = problem !== null && isNotKept(problem);
  const [room, setRoom] = useState<StorageEstimate | null>(null);
  useEffect(() => {
    if (shown) void navigator.storage?.estimate?.().then(setRoom, () => undefined);
  }, [shown]);
  if (!shown) return null;
  return (
    <div className="flex flex-col gap-2 rounded-panel border border-danger p-3">
      <p className="font-semibold text-danger">{w.notSaved(what)}</p>
      {problem.slug === 'device/full' && (
        <>
          <ul className="list-disc pl-5">
            {w.fullWays.map((way) => (
              <li key={way}>{way}</li>
            ))}
          </ul>
          {room?.usage !== undefined && room.quota !== undefined && (
            <p className="text-secondary">{w.used(megabytes(room.usage), megabytes(room.quota))}</p>
          )}
          {children}
        </>
      )}
    </div>
  );
}

function megabytes(bytes: number): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(
    bytes / 1e6,
  );
}
