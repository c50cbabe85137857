import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCommand } from '@/api/command';
import { ask } from '@/api/http';
import { queries } from '@/api/queries';
import type { AddressList } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { ChangedMeanwhile, EditConflict, type Edited } from '@/components/EditConflict';
import { Form, NoteField, useFormErrors } from '@/components/Form';
import { Loaded } from '@/components/States';
import { attribute, beingEdited, useEdit } from '@/components/useEdit';
import { terms } from '@/words/terms';
import { organisation } from './words/organisation';

const w = organisation.addresses;

/** The networks from which members may act for the organisation, for a person who manages it. */
export function OrganisationAddresses({ organisationId }: { organisationId: string }) {
  const list = useQuery(beingEdited(queries.addresses(organisationId)));
  return (
    <section aria-labelledby="addresses" className="flex flex-col gap-4">
      <h2 id="addresses">{w.title}</h2>
      <p className="max-w-prose text-secondary">{w.text}</p>
      <Loaded query={list}>{(present) => <Editor present={present} />}</Loaded>
    </section>
  );
}

function Editor({ present }: { present: AddressList }) {
  const errors = useFormErrors();
  const client = useQueryClient();
  const edit = useEdit<AddressList, { text: string }>({
    thing: present,
    draftOf: ({ networks }) => ({ text: networks.join('\n') }),
    empty: () => ({ text: '' }),
    fields: () => [attribute('text', w.networks)],
    read: () => client.fetchQuery({ ...queries.addresses(present.organisationId), staleTime: 0 }),
    follows: true,
  });
  const { text } = edit.draft;
  const { conflict } = edit;
  const edited: Edited = { of: 'ADDRESSES', id: present.organisationId };
  const networksOf = (typed: string) => typed.split(/[\s,]+/).filter(Boolean);
  const networks = networksOf(text);
  const save = useCommand(
    (wanted: string[]) =>
      ask<AddressList>(`/organisations/${present.organisationId}/addresses`, {
        method: 'PUT',
        body: { networks: wanted },
        version: edit.version(),
      }),
    ({ body }) => {
      edit.saved(body);
      announce(w.saved);
    },
  );
  const submit = (typed = edit.draft): void =>
    save.mutate(networksOf(typed.text), { onError: edit.refused(submit, errors.showProblem) });
  if (conflict) return <EditConflict edit={edit} conflict={conflict} edited={edited} onSend={submit} />;
  return (
    <div className="max-w-prose">
      <ChangedMeanwhile edit={edit} edited={edited} />
      <Form errors={errors} onSubmit={() => submit()} label={w.title}>
        <NoteField
          pointer="/networks"
          label={w.networks}
          hint={w.hint(present.yours)}
          optional
          value={text}
          onValue={(typed) => edit.set({ text: typed })}
        />
        <Button type="submit" look="secondary" pending={save.isPending}>
          {networks.length === 0 ? w.saveNone : terms.actions.save}
        </Button>
      </Form>
    </div>
  );
}
