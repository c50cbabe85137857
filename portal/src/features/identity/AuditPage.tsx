import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { download, query } from '@/api/http';
import { Problem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { AuditEntry, AuditOutcome } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { DataTable } from '@/components/DataTable';
import { FilterBar, useFilters } from '@/components/FilterBar';
import { PageHeader } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { CommandError, EmptyState, Loaded } from '@/components/States';
import { Pill } from '@/components/StatusPill';
import { useMe } from '@/shell/me';
import { shell } from './words/shell';
import { audit as w } from './words/audit';

const names = ['person', 'action', 'outcome', 'days', 'organisation', 'after'];
const day = 86_400_000;

const tones = { DONE: 'success', DENIED: 'danger', FAILED: 'warning' } as const;

/** Who did what, from where, and what it changed. It shows the organisation's audit, or everybody's to a person who audits the platform. */
export function AuditPage() {
  const me = useMe();
  const platform = me.may('platform.audit');
  const filters = useFilters(names);
  const { values } = filters;
  // The time is cut to the day, so that paging and export use the same one.
  const from = values.days
    ? new Date(Math.floor(Date.now() / day) * day - (Number(values.days) - 1) * day).toISOString()
    : undefined;
  const asked = {
    person: values.person,
    action: values.action,
    outcome: values.outcome,
    organisation: values.organisation,
    from,
  };
  const entries = useQuery(queries.audit({ ...asked, after: values.after }));
  const members = useQuery(queries.everyMember(me.organisation!.id));
  const people = (members.data?.items ?? []).map((member) => ({
    value: member.personId,
    label: member.name,
  }));
  return (
    <>
      <PageHeader title={shell.audit}>
        <Export path={`/audit/export${query(asked)}`} />
      </PageHeader>
      <p className="mb-4 max-w-prose text-secondary">{platform ? w.textPlatform : w.text}</p>
      <FilterBar
        state={filters}
        filters={[
          { name: 'person', label: w.who, choices: people },
          {
            name: 'outcome',
            label: w.outcome,
            choices: Object.entries(w.outcomes).map(([value, label]) => ({ value, label })),
          },
          { name: 'days', label: w.time, choices: w.periods },
        ]}
      />
      <div className="mb-4 flex flex-wrap gap-3">
        <Typed label={w.action} value={values.action ?? ''} onValue={(text) => filters.set('action', text)} />
        {platform && (
          <Typed
            label={w.organisation}
            value={values.organisation ?? ''}
            onValue={(text) => filters.set('organisation', text)}
          />
        )}
      </div>
      <Loaded query={entries}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState title={w.none} text={w.noneText} />
          ) : (
            <DataTable<AuditEntry>
              label={shell.audit}
              rows={page.items}
              rowKey={(entry) => entry.id}
              next={page.next}
              onMore={(after) => filters.set('after', after)}
              onFirst={values.after ? () => filters.set('after', '') : undefined}
              columns={[
                { name: w.when, cell: (entry) => <SiteTime instant={entry.at} /> },
                {
                  name: w.who,
                  cell: (entry) =>
                    entry.impersonatorId
                      ? w.seenBy(
                          entry.principalName ?? w.principals[entry.principal],
                          entry.impersonatorName ?? entry.impersonatorId,
                        )
                      : (entry.principalName ?? w.principals[entry.principal]),
                },
                { name: w.what, cell: (entry) => w.did(entry.action, entry.times) },
                {
                  name: w.outcome,
                  cell: (entry) => (
                    <Pill tone={tones[entry.outcome as AuditOutcome]}>{w.outcomes[entry.outcome]}</Pill>
                  ),
                },
                { name: w.from, cell: (entry) => <From entry={entry} /> },
                { name: w.changes, cell: (entry) => <Changes entry={entry} /> },
              ]}
            />
          )
        }
      </Loaded>
    </>
  );
}

/** A field whose text is searched for once it is typed to the end. */
function Typed({
  label,
  value,
  onValue,
}: {
  label: string;
  value: string;
  onValue: (value: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  return (
    <form
      className="flex flex-col gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        onValue(typed.trim());
      }}
    >
      <label className="flex flex-col gap-1">
        <span className="text-xs text-secondary">{label}</span>
        <input
          className="control rail:min-h-9 rail:py-1 rail:text-sm"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => typed.trim() !== value && onValue(typed.trim())}
        />
      </label>
    </form>
  );
}

function From({ entry }: { entry: AuditEntry }) {
  if (!entry.address) return <span className="text-secondary">{w.nowhere}</span>;
  return (
    <span className="block max-w-36 min-w-0 rail:max-w-56">
      <span className="block break-all">{entry.address}</span>
      <span className="block truncate text-xs text-secondary" title={entry.userAgent ?? undefined}>
        {entry.userAgent}
      </span>
      {entry.tried && <span className="block text-xs break-all">{w.tried(entry.tried)}</span>}
    </span>
  );
}

/** The values before and after the change. */
function Changes({ entry }: { entry: AuditEntry }) {
  if (entry.slug) return <code className="text-xs break-all">{entry.slug}</code>;
  if (entry.changes.length === 0) return <span className="text-secondary">{w.made}</span>;
  return (
    <details className="text-left">
      <summary className="flex min-h-11 cursor-pointer items-center underline decoration-dotted underline-offset-4">
        {w.values(entry.changes.length)}
      </summary>
      <ul className="mt-1 flex flex-col gap-1 text-xs">
        {entry.changes.map((change, index) => (
          <li key={index} className="break-words">
            <span className="font-semibold">
              {change.record} {change.attribute}
            </span>
            : {w.beforeAfter(change.before, change.after)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Export({ path }: { path: string }) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function save(): Promise<void> {
    setPending(true);
    setProblem(null);
    try {
      const address = URL.createObjectURL(await download(path));
      const link = document.createElement('a');
      link.href = address;
      link.download = 'audit.csv';
      link.click();
      URL.revokeObjectURL(address);
      announce(w.exported);
    } catch (fault) {
      setProblem(Problem.of(fault));
    } finally {
      setPending(false);
    }
  }
  return (
    <div className="flex flex-col items-end gap-2">
      <Button pending={pending} onClick={() => void save()}>
        {w.export}
      </Button>
      <CommandError error={problem} />
    </div>
  );
}
