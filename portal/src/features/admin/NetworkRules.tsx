import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '@/api/command';
import { ask, post } from '@/api/http';
import { queries } from '@/api/queries';
import type { NetworkEffect, NetworkRule } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { DataTable } from '@/components/DataTable';
import { Confirm, Dialog } from '@/components/Dialog';
import { Form, SelectField, TextField, useFormErrors } from '@/components/Form';
import { SiteTime } from '@/components/SiteTime';
import { EmptyState, Loaded } from '@/components/States';
import { Pill } from '@/components/StatusPill';
import { terms } from '@/words/terms';
import { inHours } from './hours';
import { words } from './words';

const w = words.gate;
const path = '/admin/network-rules';
const lasting = ['', '1', '24', '168'];

/** Networks that are shut out of the whole installation, and those that are let in as exceptions. */
export function NetworkRules() {
  const [after, setAfter] = useState('');
  const rules = useQuery(queries.networkRules(after || undefined));
  return (
    <section aria-labelledby="network-rules" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="network-rules">{w.rules}</h2>
        <AddRule />
      </div>
      <p className="max-w-prose text-secondary">{w.rulesText}</p>
      <Loaded query={rules}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState title={w.noRules} text={w.noRulesText} />
          ) : (
            <DataTable<NetworkRule>
              label={w.rules}
              rows={page.items}
              rowKey={(rule) => rule.id}
              next={page.next}
              onMore={setAfter}
              onFirst={after ? () => setAfter('') : undefined}
              columns={[
                { name: w.network, cell: (rule) => rule.network },
                { name: w.effect, cell: (rule) => <Effect rule={rule} /> },
                { name: w.reason, cell: (rule) => rule.reason },
                {
                  name: w.until,
                  cell: (rule) => (rule.until ? <SiteTime instant={rule.until} /> : w.forGood),
                },
                { name: terms.apiKeys.actions, cell: (rule) => <Remove rule={rule} /> },
              ]}
            />
          )
        }
      </Loaded>
    </section>
  );
}

function Effect({ rule }: { rule: NetworkRule }) {
  if (rule.over) return <Pill tone="neutral">{w.over}</Pill>;
  return <Pill tone={rule.effect === 'DENY' ? 'danger' : 'success'}>{w.effects[rule.effect]}</Pill>;
}

function Remove({ rule }: { rule: NetworkRule }) {
  const remove = useCommand(
    () => ask(`${path}/${rule.id}`, { method: 'DELETE' }),
    () => announce(w.removed),
  );
  return (
    <Confirm
      label={w.remove}
      title={w.removeTitle(rule.network)}
      text={w.removeText}
      confirm={w.remove}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
    />
  );
}

function AddRule() {
  const [open, setOpen] = useState(false);
  const [network, setNetwork] = useState('');
  const [effect, setEffect] = useState<NetworkEffect>('DENY');
  const [reason, setReason] = useState('');
  const [hours, setHours] = useState('');
  const errors = useFormErrors();
  const add = useCommand(
    (rule: object, key) => post(path, rule, { idempotencyKey: key }),
    () => {
      setOpen(false);
      setNetwork('');
      setReason('');
      announce(w.added);
    },
  );
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {w.add}
      </Button>
      <Dialog title={w.add} open={open} onClose={() => setOpen(false)}>
        <Form
          errors={errors}
          label={w.add}
          onSubmit={() =>
            add.mutate({ network, effect, reason, until: inHours(hours) }, { onError: errors.showProblem })
          }
        >
          <TextField
            pointer="/network"
            label={w.network}
            hint={w.networkHint}
            value={network}
            onValue={setNetwork}
          />
          <SelectField<NetworkEffect>
            pointer="/effect"
            label={w.effect}
            value={effect}
            onValue={setEffect}
            choices={Object.entries(w.effects).map(([value, label]) => ({
              value: value as NetworkEffect,
              label,
            }))}
          />
          <TextField pointer="/reason" label={w.reason} value={reason} onValue={setReason} />
          <SelectField
            pointer="/until"
            label={w.until}
            value={hours}
            onValue={setHours}
            choices={lasting.map((value) => ({
              value,
              label: value ? w.hours(Number(value)) : w.forGood,
            }))}
          />
          <Button type="submit" look="primary" pending={add.isPending}>
            {w.add}
          </Button>
        </Form>
      </Dialog>
    </>
  );
}
