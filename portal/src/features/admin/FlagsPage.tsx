import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '@/api/queries';
import type { FlagSetting } from '@/api/types';
import { DataTable } from '@/components/DataTable';
import { PageHeader } from '@/components/PageHeader';
import { EmptyState, Loaded } from '@/components/States';
import { Pill } from '@/components/StatusPill';
import { shell } from './words/shell';
import { words } from './words';

const w = words.flags;

/** All feature flags, with what each turns on and for how many. */
export function FlagsPage() {
  const [after, setAfter] = useState<string>();
  const flags = useQuery(queries.flagSettings(after));
  return (
    <>
      <PageHeader title={shell.flags} />
      <Loaded query={flags}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState title={w.none} text={w.noneText} />
          ) : (
            <DataTable<FlagSetting>
              label={shell.flags}
              rows={page.items}
              rowKey={(flag) => flag.key}
              to={(flag) => `/admin/flags/${flag.key}`}
              next={page.next}
              onMore={setAfter}
              onFirst={after ? () => setAfter(undefined) : undefined}
              columns={[
                { name: w.key, cell: (flag) => flag.key },
                { name: w.state, cell: (flag) => <FlagPill flag={flag} /> },
                { name: w.about, cell: (flag) => flag.words ?? w.notUsedText },
                {
                  name: w.named,
                  numeric: true,
                  cell: (flag) => flag.organisations.length + flag.persons.length,
                },
              ]}
            />
          )
        }
      </Loaded>
    </>
  );
}

export function FlagPill({ flag }: { flag: FlagSetting }) {
  if (!flag.used) return <Pill tone="neutral">{w.notUsed}</Pill>;
  if (flag.killed) return <Pill tone="danger">{w.killed}</Pill>;
  if (flag.percentage === 100) return <Pill tone="success">{w.onForAll}</Pill>;
  const named = flag.organisations.length + flag.persons.length > 0;
  if (flag.percentage === 0) {
    return named ? <Pill tone="active">{w.onForNamed}</Pill> : <Pill tone="neutral">{w.off}</Pill>;
  }
  return <Pill tone="active">{w.onFor(flag.percentage)}</Pill>;
}
