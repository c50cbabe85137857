import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { queries } from '@/api/queries';

/** A person's picture, or the first letters of the name where there is none. It stands beside the name, so a screen reader is told nothing of it. */
export function Avatar({ personId, name, at }: { personId: string; name: string; at: string | null }) {
  const picture = useQuery({ ...queries.avatar(personId, at ?? ''), enabled: at !== null });
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!picture.data || at === null) {
      setUrl(null);
      return;
    }
    const made = URL.createObjectURL(picture.data);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [picture.data, at]);
  return url ? (
    <img src={url} alt="" className="size-20 shrink-0 rounded-full border border-line object-cover" />
  ) : (
    <span
      aria-hidden
      className="flex size-20 shrink-0 items-center justify-center rounded-full border border-line bg-selected text-xl font-semibold text-accent"
    >
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  const letters = [parts[0], parts.length > 1 ? parts[parts.length - 1] : ''];
  return letters.map((part) => Array.from(part ?? '')[0] ?? '').join('');
}
