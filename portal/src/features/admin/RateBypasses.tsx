import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '@/api/command';
import { ask, post } from '@/api/http';
import { queries } from '@/api/queries';
import type { Rate, RateBypass, RateBypassMade } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { DataTable } from '@/components/DataTable';
import { Confirm, Dialog } from '@/components/Dialog';
import { CheckField, Form, SelectField, TextField, useFormErrors } from '@/components/Form';
import { SiteTime } from '@/components/SiteTime';
import { EmptyState, Loaded } from '@/components/States';
import { Pill } from '@/components/StatusPill';
import { terms } from '@/words/terms';
import { inHours } from './hours';
import { words } from './words';

const w = words.gate;
const path = '/admin/rate-bypasses';
const kinds = Object.keys(w.rate) as Rate[];
const lasting = ['1', '4', '12', '23'];

/** The bypasses that lift rates for a load test, and those that have ended. */
export function RateBypasses() {
  const [after, setAfter] = useState('');
  const [made, setMade] = useState<RateBypassMade | null>(null);
  const bypasses = useQuery(queries.rateBypasses(after || undefined));
  return (
    <section aria-labelledby="rate-bypasses" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="rate-bypasses">{w.bypasses}</h2>
        <Make onMade={setMade} />
      </div>
      <p className="max-w-prose text-secondary">{w.bypassesText}</p>
      <Loaded query={bypasses}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState title={w.noBypasses} text={w.noBypassesText} />
          ) : (
            <DataTable<RateBypass>
              label={w.bypasses}
              rows={page.items}
              rowKey={(bypass) => bypass.id}
              next={page.next}
              onMore={setAfter}
              onFirst={after ? () => setAfter('') : undefined}
              columns={[
                { name: w.reason, cell: (bypass) => bypass.reason },
                { name: w.rates, cell: (bypass) => terms.list(bypass.rates.map((rate) => w.rate[rate])) },
                {
                  name: w.networks,
                  cell: (bypass) => (bypass.networks.length ? terms.list(bypass.networks) : w.anywhere),
                },
                { name: w.used, cell: (bypass) => w.uses(bypass.uses) },
                { name: w.until, cell: (bypass) => <SiteTime instant={bypass.until} /> },
                { name: terms.apiKeys.actions, cell: (bypass) => <State bypass={bypass} /> },
              ]}
            />
          )
        }
      </Loaded>
      <Shown made={made} onClose={() => setMade(null)} />
    </section>
  );
}

function State({ bypass }: { bypass: RateBypass }) {
  const revoke = useCommand(
    () => ask(`${path}/${bypass.id}`, { method: 'DELETE' }),
    () => announce(w.revoked),
  );
  if (bypass.revokedAt) return <Pill tone="neutral">{w.revokedState}</Pill>;
  if (!bypass.living) return <Pill tone="neutral">{w.over}</Pill>;
  return (
    <Confirm
      label={w.revoke}
      title={w.revokeTitle}
      text={w.revokeText}
      confirm={w.revoke}
      pending={revoke.isPending}
      error={revoke.error}
      onConfirm={() => revoke.mutate()}
    />
  );
}

function Make({ onMade }: { onMade: (made: RateBypassMade) => void }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [rates, setRates] = useState<Rate[]>([]);
  const [networks, setNetworks] = useState('');
  const [hours, setHours] = useState('1');
  const errors = useFormErrors();
  const make = useCommand(
    (wanted: object) => post<RateBypassMade>(path, wanted),
    (made) => {
      setOpen(false);
      setReason('');
      setRates([]);
      onMade(made);
    },
  );
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {w.make}
      </Button>
      <Dialog title={w.make} open={open} onClose={() => setOpen(false)}>
        <Form
          errors={errors}
          label={w.make}
          onSubmit={() =>
            make.mutate(
              { reason, rates, networks: networks.split(/[\s,]+/).filter(Boolean), until: inHours(hours) },
              { onError: errors.showProblem },
            )
          }
        >
          <TextField pointer="/reason" label={w.reason} value={reason} onValue={setReason} />
          <fieldset>
            <legend className="font-semibold">{w.rates}</legend>
            {kinds.map((rate) => (
              <CheckField
                key={rate}
                label={w.rate[rate]}
                checked={rates.includes(rate)}
                onChecked={(checked) =>
                  setRates(checked ? [...rates, rate] : rates.filter((other) => other !== rate))
                }
              />
            ))}
          </fieldset>
          <TextField
            pointer="/networks"
            label={w.networks}
            hint={w.networksHint}
            optional
            value={networks}
            onValue={setNetworks}
          />
          <SelectField
            pointer="/until"
            label={w.until}
            value={hours}
            onValue={setHours}
            choices={lasting.map((value) => ({ value, label: w.hours(Number(value)) }))}
          />
          <Button type="submit" look="primary" pending={make.isPending}>
            {w.make}
          </Button>
        </Form>
      </Dialog>
    </>
  );
}

function Shown({ made, onClose }: { made: RateBypassMade | null; onClose: () => void }) {
  if (!made) return null;
  return (
    <Dialog title={w.madeTitle} open onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p>{w.madeText}</p>
        <label className="flex flex-col gap-1 font-semibold">
          {w.token}
          <input
            className="control font-normal"
            readOnly
            value={made.token}
            onFocus={(event) => event.target.select()}
          />
        </label>
        <Button onClick={onClose}>{terms.actions.close}</Button>
      </div>
    </Dialog>
  );
}
