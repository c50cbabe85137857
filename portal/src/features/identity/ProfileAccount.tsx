import { useRef, useState } from 'react';
import { useCommand } from '@/api/command';
import { ask, post } from '@/api/http';
import type { Profile } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Avatar } from '@/components/Avatar';
import { Button } from '@/components/Button';
import { Form, TextField, useFormErrors } from '@/components/Form';
import { Facts, Panel } from '@/components/PageHeader';
import { CommandError } from '@/components/States';
import { useMe } from '@/shell/me';
import { words } from '@/words';
import { squareOf } from './picture';

const w = words.profile;

/** Who this is to others: the name and the picture. The address is changed where signing in is. */
export function ProfileAccount({ profile }: { profile: Profile }) {
  const me = useMe();
  return (
    <Panel title={w.account}>
      <Picture profile={profile} />
      <Name profile={profile} />
      <div className="mt-4">
        <Facts
          items={[
            { term: words.identity.email, value: me.person.email },
            { term: w.organisation, value: me.organisation?.name ?? words.shell.platform },
            { term: words.members.roles, value: words.roles(me.roles, me.organisation?.ownRoles ?? []) },
          ]}
        />
      </div>
    </Panel>
  );
}

function Name({ profile }: { profile: Profile }) {
  const errors = useFormErrors();
  const [name, setName] = useState(profile.name);
  const change = useCommand(
    () => ask('/me/profile', { method: 'PATCH', body: { name } }),
    () => announce(w.saved),
  );
  return (
    <Form
      errors={errors}
      label={words.identity.name}
      onSubmit={() => change.mutate(undefined, { onError: errors.showProblem })}
    >
      <TextField
        pointer="/name"
        label={words.identity.name}
        autoComplete="name"
        value={name}
        onValue={setName}
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
