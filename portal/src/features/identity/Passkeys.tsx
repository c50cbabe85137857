import { useState } from 'react';
import { useCommand } from '@/api/command';
import { ask, post } from '@/api/http';
import { makePasskey } from '@/api/passkeys';
import { session } from '@/api/session';
import type { AddedPasskey, Passkey, PasskeyRequest } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { DataTable } from '@/components/DataTable';
import { Confirm, Dialog } from '@/components/Dialog';
import { Form, TextField, useFormErrors } from '@/components/Form';
import { SiteTime } from '@/components/SiteTime';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';
import { factors as w } from './words/factors';

export function Passkeys({ passkeys, onCodes }: { passkeys: Passkey[]; onCodes: (codes: string[]) => void }) {
  const [naming, setNaming] = useState<Passkey | null>(null);
  const [adding, setAdding] = useState(false);
  return (
    <section aria-labelledby="factor-passkeys" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h3 id="factor-passkeys" className="text-sm">
            {w.passkeys}
          </h3>
          <p className="max-w-prose text-secondary">{w.passkeysText}</p>
        </div>
        <Button onClick={() => setAdding(true)}>{w.addPasskey}</Button>
      </div>
      {passkeys.length > 0 && (
        <DataTable<Passkey>
          label={w.passkeys}
          rows={passkeys}
          rowKey={(passkey) => passkey.id}
          columns={[
            {
              name: w.name,
              cell: (passkey) => (
                <>
                  <span className="block font-semibold">{passkey.name}</span>
                  <span className="text-secondary">{passkey.synced ? w.synced : w.onDevice}</span>
                </>
              ),
            },
            { name: w.host, cell: (passkey) => passkey.host },
            { name: w.since, cell: (passkey) => <SiteTime instant={passkey.since} /> },
            {
              name: w.lastUsed,
              cell: (passkey) =>
                passkey.lastUsedAt ? <SiteTime instant={passkey.lastUsedAt} ago /> : w.neverUsed,
            },
            {
              name: w.actions,
              cell: (passkey) => (
                <div className="flex flex-wrap gap-2">
                  <Button onClick={() => setNaming(passkey)}>{w.rename}</Button>
                  <Remove passkey={passkey} />
                </div>
              ),
            },
          ]}
        />
      )}
      <Add open={adding} onClose={() => setAdding(false)} onCodes={onCodes} />
      {naming && <Rename passkey={naming} onClose={() => setNaming(null)} />}
    </section>
  );
}

function Add({
  open,
  onClose,
  onCodes,
}: {
  open: boolean;
  onClose: () => void;
  onCodes: (codes: string[]) => void;
}) {
  const [name, setName] = useState('');
  const add = useCommand(
    async (wanted: string) => {
      const made = await makePasskey(await post<PasskeyRequest>('/factors/passkeys/begin'));
      return post<AddedPasskey>('/factors/passkeys', { ...made, name: wanted });
    },
    (added) => {
      session.renew(added);
      announce(w.passkeyAdded);
      setName('');
      onClose();
      onCodes(added.recoveryCodes);
    },
  );
  return (
    <Dialog title={w.addPasskey} open={open} onClose={onClose}>
      <p className="mb-3">{w.addPasskeyText}</p>
      <NameForm
        name={name}
        onName={setName}
        submit={w.addPasskey}
        pending={add.isPending}
        onSubmit={(errors) => add.mutate(name.trim(), { onError: errors.showProblem })}
      />
    </Dialog>
  );
}

function Rename({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const [name, setName] = useState(passkey.name);
  const rename = useCommand(
    (wanted: string) => ask(`/factors/passkeys/${passkey.id}`, { method: 'PUT', body: { name: wanted } }),
    onClose,
  );
  return (
    <Dialog title={w.renameTitle(passkey.name)} open onClose={onClose}>
      <NameForm
        name={name}
        onName={setName}
        submit={terms.actions.save}
        pending={rename.isPending}
        onSubmit={(errors) => rename.mutate(name.trim(), { onError: errors.showProblem })}
      />
    </Dialog>
  );
}

function NameForm({
  name,
  onName,
  submit,
  pending,
  onSubmit,
}: {
  name: string;
  onName: (name: string) => void;
  submit: string;
  pending: boolean;
  onSubmit: (errors: ReturnType<typeof useFormErrors>) => void;
}) {
  const errors = useFormErrors();
  return (
    <Form
      errors={errors}
      label={submit}
      onSubmit={() => {
        errors.show(name.trim() ? [] : [{ pointer: '/name', detail: inputs.forms.required(w.name) }]);
        if (name.trim()) onSubmit(errors);
      }}
    >
      <TextField
        pointer="/name"
        label={w.name}
        hint={w.nameHint}
        maxLength={60}
        value={name}
        onValue={onName}
      />
      <Button type="submit" look="primary" pending={pending}>
        {submit}
      </Button>
    </Form>
  );
}

function Remove({ passkey }: { passkey: Passkey }) {
  const remove = useCommand(
    () => ask(`/factors/passkeys/${passkey.id}`, { method: 'DELETE' }),
    () => announce(w.passkeyRemoved),
  );
  return (
    <Confirm
      label={terms.actions.remove}
      title={w.removeTitle(passkey.name)}
      text={w.removeText}
      confirm={terms.actions.remove}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
    />
  );
}
