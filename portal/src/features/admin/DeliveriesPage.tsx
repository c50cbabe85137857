import { useQuery } from '@tanstack/react-query';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { queries } from '@/api/queries';
import type { Delivery } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { DataTable } from '@/components/DataTable';
import { FilterBar, useFilters } from '@/components/FilterBar';
import { PageHeader } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { CommandError, EmptyState, Loaded } from '@/components/States';
import { Pill } from '@/components/StatusPill';
import { shell } from './words/shell';
import { terms } from '@/words/terms';
import { words } from './words';

const w = words.deliveries;

/** Messages to people: those that wait, those that were sent, and the dead letters. Nobody may read what a message says. */
export function DeliveriesPage() {
  const filters = useFilters(['state', 'channel', 'after']);
  const { state, channel, after } = filters.values;
  const deliveries = useQuery(queries.deliveries({ state, channel, after }));
  return (
    <>
      <PageHeader title={shell.deliveries} />
      <FilterBar
        state={filters}
        filters={[
          {
            name: 'state',
            label: w.state,
            choices: (['WAITING', 'SENT', 'DEAD'] as const).map((value) => ({
              value,
              label: w.states[value],
            })),
          },
          {
            name: 'channel',
            label: w.channel,
            choices: (['MAIL', 'SMS'] as const).map((value) => ({ value, label: w.channels[value] })),
          },
        ]}
      />
      <Loaded query={deliveries}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState
              title={filters.any ? terms.filters.noMatch : w.none}
              text={filters.any ? w.noMatchText : w.noneText}
            />
          ) : (
            <DataTable<Delivery>
              label={shell.deliveries}
              rows={page.items}
              rowKey={(delivery) => delivery.id}
              next={page.next}
              onMore={(next) => filters.set('after', next)}
              onFirst={after ? () => filters.set('after', '') : undefined}
              columns={[
                { name: w.to, cell: (delivery) => <span className="break-all">{delivery.address}</span> },
                { name: w.channel, cell: (delivery) => w.channels[delivery.channel] },
                { name: w.kind, cell: (delivery) => <span className="break-all">{delivery.kind}</span> },
                { name: w.state, cell: (delivery) => <State delivery={delivery} /> },
                { name: w.attempts, numeric: true, cell: (delivery) => delivery.attempts },
                { name: w.written, cell: (delivery) => <SiteTime instant={delivery.createdAt} /> },
                { name: w.next, cell: (delivery) => <Next delivery={delivery} /> },
              ]}
            />
          )
        }
      </Loaded>
    </>
  );
}

function State({ delivery }: { delivery: Delivery }) {
  const failed = delivery.outcome === 'UNDELIVERED' || delivery.outcome === 'FAILED';
  const tone =
    delivery.state === 'DEAD' || failed ? 'danger' : delivery.state === 'SENT' ? 'success' : 'warning';
  return (
    <>
      <Pill tone={tone}>{delivery.outcome ? w.outcomes[delivery.outcome] : w.states[delivery.state]}</Pill>
      {delivery.error && <span className="block text-xs break-all text-secondary">{delivery.error}</span>}
    </>
  );
}

/** When the next try is. A dead message is tried only when somebody asks for it. */
function Next({ delivery }: { delivery: Delivery }) {
  const again = useCommand(
    (_: void, key) => post(`/admin/deliveries/${delivery.id}/retry`, {}, { idempotencyKey: key }),
    () => announce(w.triedAgain),
  );
  if (delivery.state === 'SENT') return <SiteTime instant={delivery.changedAt} />;
  return (
    <>
      {delivery.state === 'WAITING' && (
        <span className="mb-1 block">
          <SiteTime instant={delivery.nextTryAt} />
        </span>
      )}
      <Button pending={again.isPending} onClick={() => again.mutate()}>
        {w.again}
      </Button>
      <CommandError error={again.error} />
    </>
  );
}
