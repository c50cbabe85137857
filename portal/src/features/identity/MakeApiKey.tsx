import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { queries } from '@/api/queries';
import type { ApiKeyMade } from '@/api/types';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { CheckField, Form, TextField, useFormErrors } from '@/components/Form';
import { useMe } from '@/shell/me';
import { inputs } from '@/words/inputs';
import { apiKeys as w } from './words/api-keys';

/** Makes a new key, with no more permissions than its maker has for the whole organisation. */
export function MakeApiKey({
  organisationId,
  onMade,
}: {
  organisationId: string;
  onMade: (made: ApiKeyMade) => void;
}) {
  const me = useMe();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const [addresses, setAddresses] = useState('');
  const [days, setDays] = useState('90');
  const errors = useFormErrors();
  const permissions = useQuery({ ...queries.permissions(), enabled: open });
  const offered = (permissions.data?.items ?? []).filter(
    (permission) => me.may(permission.permission) && !me.ownTrips.includes(permission.permission),
  );
  const make = useCommand(
    (body: object) => post<ApiKeyMade>(`/organisations/${encodeURIComponent(organisationId)}/api-keys`, body),
    (made) => {
      setOpen(false);
      setName('');
      setScopes([]);
      setAddresses('');
      onMade(made);
    },
  );

  function submit(): void {
    const wrong = [
      ...(name.trim() ? [] : [{ pointer: '/name', detail: inputs.forms.required(w.name) }]),
      ...(scopes.length ? [] : [{ pointer: '/scopes', detail: inputs.forms.choose(w.scopes) }]),
      ...(/^\d{1,3}$/.test(days) ? [] : [{ pointer: '/days', detail: inputs.forms.required(w.days) }]),
    ];
    errors.show(wrong);
    if (wrong.length > 0) return;
    const from = addresses.split(/[\s,]+/).filter(Boolean);
    make.mutate(
      { name: name.trim(), scopes, addresses: from, days: Number(days) },
      { onError: errors.showProblem },
    );
  }

  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {w.make}
      </Button>
      <Dialog title={w.make} open={open} onClose={() => setOpen(false)}>
        <Form errors={errors} onSubmit={submit} label={w.make}>
          <TextField pointer="/name" label={w.name} hint={w.nameHint} value={name} onValue={setName} />
          <fieldset>
            <legend className="font-semibold">{w.scopes}</legend>
            {offered.map((permission) => (
              <CheckField
                key={permission.permission}
                label={permission.text}
                checked={scopes.includes(permission.permission)}
                onChecked={(checked) =>
                  setScopes(
                    checked
                      ? [...scopes, permission.permission]
                      : scopes.filter((other) => other !== permission.permission),
                  )
                }
              />
            ))}
          </fieldset>
          <TextField
            pointer="/addresses"
            label={w.addresses}
            hint={w.addressesHint}
            optional
            value={addresses}
            onValue={setAddresses}
          />
          <TextField pointer="/days" label={w.days} value={days} onValue={setDays} />
          <Button type="submit" look="primary" pending={make.isPending}>
            {w.make}
          </Button>
        </Form>
      </Dialog>
    </>
  );
}
