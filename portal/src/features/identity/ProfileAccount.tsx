import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useCommand } from '@/api/command';
import { ask, post } from '@/api/http';
import { queries } from '@/api/queries';
import type { Profile } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Avatar } from '@/components/Avatar';
import { Button } from '@/components/Button';
import { ChangedMeanwhile, EditConflict, type Edited } from '@/components/EditConflict';
import { Form, TextField, useFormErrors } from '@/components/Form';
import { Facts, Panel } from '@/components/PageHeader';
import { CommandError } from '@/components/States';
import { attribute, useEdit } from '@/components/useEdit';
import { useMe } from '@/shell/me';
import { frame } from '@/words/frame';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';
import { squareOf } from './picture';
import { organisation } from './words/organisation';
import { profile as w } from './words/profile';
import { signIn } from './words/sign-in';

/** The name and the picture that others see. The mail address is changed on the security page. */
export function ProfileAccount({ profile }: { profile: Profile }) {
  const me = useMe();
  return (
    <Panel title={w.account}>
      <Picture profile={profile} />
      <Name profile={profile} />
      <div className="mt-4">
        <Facts
          items={[
            { term: signIn.email, value: me.person.email },
            { term: w.organisation, value: me.organisation?.name ?? frame.shell.platform },
            {
              term: organisation.members.roles,
              value: terms.roles(me.roles, me.organisation?.ownRoles ?? []),
            },
          ]}
        />
      </div>
    </Panel>
  );
}

function Name({ profile }: { profile: Profile }) {
  const errors = useFormErrors();
  const client = useQueryClient();
  const edit = useEdit<Profile, { name: string }>({
    thing: profile,
    draftOf: ({ name }) => ({ name }),
    empty: () => ({ name: '' }),
    fields: () => [attribute('name', signIn.name)],
    read: () => client.fetchQuery({ ...queries.profile(), staleTime: 0 }),
    follows: true,
  });
  const { name } = edit.draft;
  const { conflict } = edit;
  const edited: Edited = { who: inputs.edit.you };
  const change = useCommand(
    (wanted: string) =>
      ask<Profile>('/me/profile', { method: 'PATCH', body: { name: wanted }, version: edit.version() }),
    ({ body }) => {
      edit.saved(body);
      announce(w.saved);
    },
  );
  const submit = (typed = edit.draft): void =>
    change.mutate(typed.name, { onError: edit.refused(submit, errors.showProblem) });
  if (conflict) return <EditConflict edit={edit} conflict={conflict} edited={edited} onSend={submit} />;
  return (
    <Form errors={errors} label={signIn.name} onSubmit={() => submit()}>
      <ChangedMeanwhile edit={edit} edited={edited} />
      <TextField
        pointer="/name"
        label={signIn.name}
        autoComplete="name"
        value={name}
        onValue={(typed) => edit.set({ name: typed })}
      />
      <div>
        <Button type="submit" pending={change.isPending} disabled={name === profile.name}>
          {w.saveName}
        </Button>
      </div>
    </Form>
  );
}

function Picture({ profile }: { profile: Profile }) {
  const input = useRef<HTMLInputElement>(null);
  const set = useCommand(
    async (file: File, key) => {
      const form = new FormData();
      form.append('file', await squareOf(file), 'picture.jpg');
      return post('/me/profile/avatar', form, { idempotencyKey: key });
    },
    () => announce(w.pictureSet),
  );
  const remove = useCommand(
    () => ask('/me/profile/avatar', { method: 'DELETE' }),
    () => announce(w.pictureRemoved),
  );
  return (
    <div className="mb-4 flex flex-wrap items-center gap-4">
      <Avatar personId={profile.personId} name={profile.name} at={profile.avatarAt} />
      <div className="flex min-w-0 flex-1 basis-60 flex-col gap-2">
        <p className="text-secondary">{w.pictureText}</p>
        <div className="flex flex-wrap gap-2">
          <input
            ref={input}
            type="file"
            accept="image/jpeg,image/png"
            aria-label={w.picture}
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) set.mutate(file);
              event.target.value = '';
            }}
          />
          <Button pending={set.isPending} onClick={() => input.current?.click()}>
            {profile.avatarAt ? w.changePicture : w.addPicture}
          </Button>
          {profile.avatarAt && (
            <Button pending={remove.isPending} onClick={() => remove.mutate()}>
              {w.removePicture}
            </Button>
          )}
        </div>
        <CommandError error={set.error ?? remove.error} />
      </div>
    </div>
  );
}
