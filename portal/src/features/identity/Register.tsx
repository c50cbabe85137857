import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, Navigate, useNavigate } from 'react-router';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { session } from '@/api/session';
import type { Tokens } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { ChoiceField, Form, TextField, useFormErrors } from '@/components/Form';
import { Entrance } from '@/shell/Entrance';
import { useSessionOpen } from '@/shell/me';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';
import { offeredKinds } from './kinds';
import { MailSent } from './MailSent';
import { passwordProblems } from './password';
import { ProviderButtons } from './ProviderButtons';
import { mailLinks } from './words/mail-links';
import { signIn as w } from './words/sign-in';

export function Register() {
  const open = useSessionOpen();
  const navigate = useNavigate();
  const client = useQueryClient();
  const errors = useFormErrors();
  const [kind, setKind] = useState<(typeof offeredKinds)[number] | ''>('');
  const [organisation, setOrganisation] = useState('');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const register = useCommand(
    () =>
      post<Tokens | undefined>(
        '/auth/register',
        {
          email: email.trim(),
          password,
          name: name.trim(),
          organisation: { name: organisation.trim(), kind },
        },
        { anonymous: true },
      ),
    (tokens) => {
      if (!tokens) return;
      client.clear();
      session.open(tokens);
      announce(w.registerDone);
      void navigate('/', { replace: true });
    },
  );
  if (register.isSuccess && !register.data) {
    return <MailSent title={w.registerTitle} email={email.trim()} text={mailLinks.registerSent} />;
  }
  if (open && !register.isSuccess) return <Navigate to="/" replace />;

  function submit(): void {
    const required: [string, string, string][] = [
      ['/organisation/name', w.organisationName, organisation],
      ['/name', w.name, name],
      ['/email', w.email, email],
    ];
    const wrong = [
      ...(kind ? [] : [{ pointer: '/organisation/kind', detail: inputs.forms.choose(w.kind) }]),
      ...required
        .filter(([, , value]) => !value.trim())
        .map(([pointer, label]) => ({ pointer, detail: inputs.forms.required(label) })),
      ...passwordProblems(password),
    ];
    errors.show(wrong);
    if (wrong.length === 0) register.mutate(undefined, { onError: errors.showProblem });
  }

  return (
    <Entrance title={w.registerTitle}>
      <Form errors={errors} onSubmit={submit} label={w.registerTitle}>
        <ChoiceField
          pointer="/organisation/kind"
          label={w.kind}
          value={kind}
          onValue={setKind}
          choices={offeredKinds.map((value) => ({
            value,
            label: terms.kinds[value],
            hint: w.kindHints[value],
          }))}
        />
        <TextField
          pointer="/organisation/name"
          label={w.organisationName}
          autoComplete="organization"
          value={organisation}
          onValue={setOrganisation}
        />
        <TextField pointer="/name" label={w.name} autoComplete="name" value={name} onValue={setName} />
        <TextField
          pointer="/email"
          label={w.email}
          type="email"
          autoComplete="username"
          value={email}
          onValue={setEmail}
        />
        <TextField
          pointer="/password"
          label={w.password}
          hint={w.passwordHint}
          type="password"
          autoComplete="new-password"
          value={password}
          onValue={setPassword}
        />
        <Button type="submit" look="primary" pending={register.isPending}>
          {w.register}
        </Button>
      </Form>
      <ProviderButtons next="/" />
      <p className="mt-6 border-t border-line pt-4">
        {w.haveAccount}{' '}
        <Link className="link" to="/sign-in">
          {w.signIn}
        </Link>
      </p>
    </Entrance>
  );
}
