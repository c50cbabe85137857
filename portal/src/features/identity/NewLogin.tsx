import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import type { Tokens, Unlinked } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { ChoiceField, Form, TextField, useFormErrors } from '@/components/Form';
import { CommandError } from '@/components/States';
import { Entrance } from '@/shell/Entrance';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';
import { arrival } from './away';
import { offeredKinds } from './kinds';
import { MailSent } from './MailSent';
import { logins as w } from './words/logins';
import { signIn } from './words/sign-in';

interface Props {
  arrived: Unlinked;
  onTokens: (tokens: Tokens) => void;
}

/** The login with the provider is right, but no account here has it. The person signs in to their account, or makes one. */
export function NewLogin({ arrived, next, onTokens }: Props & { next: string }) {
  const invitation = /^\/invite[/#]([\w-]+)$/.exec(next)?.[1];
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo) return <MailSent title={w.newTitle} email={sentTo} text={w.registerSent} />;
  return (
    <Entrance title={w.newTitle}>
      <p className="mb-4">{w.newText(arrived.providerName)}</p>
      {invitation ? (
        <Join arrived={arrived} invitation={invitation} onTokens={onTokens} />
      ) : (
        <div className="flex flex-col gap-6">
          <HasAccount arrived={arrived} />
          {!arrived.accountExists && <Register arrived={arrived} onTokens={onTokens} onSent={setSentTo} />}
        </div>
      )}
      <p className="mt-6 border-t border-line pt-4">
        <Link className="link" to="/sign-in">
          {w.backToSignIn}
        </Link>
      </p>
    </Entrance>
  );
}

function HasAccount({ arrived }: { arrived: Unlinked }) {
  const navigate = useNavigate();
  return (
    <section aria-labelledby="has-account" className="flex flex-col gap-3">
      <h2 id="has-account" className="text-base">
        {w.hasAccount}
      </h2>
      <p>{arrived.accountExists ? w.accountExists(arrived.email ?? '') : w.hasAccountText}</p>
      <Button
        look={arrived.accountExists ? 'primary' : 'secondary'}
        className="self-start"
        onClick={() => {
          arrival.keep({ ticket: arrived.ticket, providerName: arrived.providerName });
          void navigate('/sign-in?next=/security');
        }}
      >
        {w.signInToLink}
      </Button>
    </section>
  );
}

function Register({ arrived, onTokens, onSent }: Props & { onSent: (email: string) => void }) {
  const errors = useFormErrors();
  const [kind, setKind] = useState<(typeof offeredKinds)[number] | ''>('');
  const [organisation, setOrganisation] = useState('');
  const [name, setName] = useState(arrived.name ?? '');
  const [email, setEmail] = useState(arrived.email ?? '');
  const register = useCommand(
    () =>
      post<Tokens | undefined>(
        '/auth/providers/register',
        {
          ticket: arrived.ticket,
          name: name.trim(),
          email: email.trim(),
          organisation: { name: organisation.trim(), kind },
        },
        { anonymous: true },
      ),
    (tokens) => {
      if (!tokens) return onSent(email.trim());
      announce(signIn.registerDone);
      onTokens(tokens);
    },
  );
  function submit(): void {
    const required: [string, string, string][] = [
      ['/organisation/name', signIn.organisationName, organisation],
      ['/name', signIn.name, name],
      ['/email', signIn.email, email],
    ];
    const wrong = [
      ...(kind ? [] : [{ pointer: '/organisation/kind', detail: inputs.forms.choose(signIn.kind) }]),
      ...required
        .filter(([, , value]) => !value.trim())
        .map(([pointer, label]) => ({ pointer, detail: inputs.forms.required(label) })),
    ];
    errors.show(wrong);
    if (wrong.length === 0) register.mutate(undefined, { onError: errors.showProblem });
  }
  return (
    <section aria-labelledby="new-account" className="flex flex-col gap-3">
      <h2 id="new-account" className="text-base">
        {w.newAccount}
      </h2>
      <Form errors={errors} onSubmit={submit} label={signIn.registerTitle}>
        <ChoiceField
          pointer="/organisation/kind"
          label={signIn.kind}
          value={kind}
          onValue={setKind}
          choices={offeredKinds.map((value) => ({
            value,
            label: terms.kinds[value],
            hint: signIn.kindHints[value],
          }))}
        />
        <TextField
          pointer="/organisation/name"
          label={signIn.organisationName}
          autoComplete="organization"
          value={organisation}
          onValue={setOrganisation}
        />
        <TextField pointer="/name" label={signIn.name} autoComplete="name" value={name} onValue={setName} />
        <TextField
          pointer="/email"
          label={signIn.email}
          hint={arrived.emailConfirmed ? w.emailHint(arrived.providerName) : w.emailMailHint}
          type="email"
          autoComplete="username"
          value={email}
          onValue={setEmail}
        />
        <Button type="submit" look="primary" pending={register.isPending}>
          {signIn.register}
        </Button>
      </Form>
    </section>
  );
}

function Join({ arrived, invitation, onTokens }: Props & { invitation: string }) {
  const errors = useFormErrors();
  const [name, setName] = useState(arrived.name ?? '');
  const join = useCommand(
    () =>
      post<Tokens>(
        '/auth/providers/accept',
        { ticket: arrived.ticket, invitation, name: name.trim() },
        { anonymous: true },
      ),
    onTokens,
  );
  function submit(): void {
    errors.show(name.trim() ? [] : [{ pointer: '/name', detail: inputs.forms.required(signIn.name) }]);
    if (name.trim()) join.mutate(undefined, { onError: errors.showProblem });
  }
  return (
    <Form errors={errors} onSubmit={submit} label={signIn.join}>
      <TextField pointer="/name" label={signIn.name} autoComplete="name" value={name} onValue={setName} />
      <Button type="submit" look="primary" pending={join.isPending}>
        {signIn.join}
      </Button>
    </Form>
  );
}

/** The person has followed the mail's link and shown the login once more. */
export function ConfirmLogin({ arrived, token, onTokens }: Props & { token: string }) {
  const confirm = useCommand(
    () => post<Tokens>('/auth/providers/confirm', { ticket: arrived.ticket, token }, { anonymous: true }),
    (tokens) => {
      announce(signIn.registerDone);
      onTokens(tokens);
    },
  );
  return (
    <Entrance title={w.confirmTitle}>
      <div className="flex flex-col gap-4">
        <p>{w.confirmAgain(arrived.providerName)}</p>
        <CommandError error={confirm.error} />
        <Button look="primary" pending={confirm.isPending} onClick={() => confirm.mutate()}>
          {w.confirm}
        </Button>
      </div>
    </Entrance>
  );
}
