import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '@/api/command';
import { ask } from '@/api/http';
import { queries } from '@/api/queries';
import type { AddressList } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Form, NoteField, useFormErrors } from '@/components/Form';
import { Loaded } from '@/components/States';
import { words } from '@/words';

const w = words.addresses;

/** From where members may act for the organisation, for who manages it. */
export function OrganisationAddresses({ organisationId }: { organisationId: string }) {
  const list = useQuery(queries.addresses(organisationId));
  return (
    <section aria-labelledby="addresses" className="flex flex-col gap-4">
      <h2 id="addresses">{w.title}</h2>
      <p className="max-w-prose text-secondary">{w.text}</p>
      <Loaded query={list}>{(present) => <Editor key={present.version} present={present} />}</Loaded>
    </section>
  );
}

function Editor({ present }: { present: AddressList }) {
  const [text, setText] = useState(present.networks.join('\n'));
  const errors = useFormErrors();
  const networks = text.split(/[\s,]+/).filter(Boolean);
  const save = useCommand(
    (wanted: string[]) =>
      ask(`/organisations/${present.organisationId}/addresses`, {
        method: 'PUT',
        body: { networks: wanted },
        version: present.version,
      }),
    () => announce(w.saved),
  );
  return (
    <div className="max-w-prose">
      <Form
        errors={errors}
        onSubmit={() => save.mutate(networks, { onError: errors.showProblem })}
        label={w.title}
      >
        <NoteField
          pointer="/networks"
          label={w.networks}
          hint={w.hint(present.yours)}
          optional
          value={text}
          onValue={setText}
        />
        <Button type="submit" look="secondary" pending={save.isPending}>
          {networks.length === 0 ? w.saveNone : words.actions.save}
        </Button>
      </Form>
    </div>
  );
}
