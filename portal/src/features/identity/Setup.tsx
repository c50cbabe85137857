import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { session } from '@/api/session';
import type { Tokens } from '@/api/types';
import { Button } from '@/components/Button';
import { Form, TextField, useFormErrors } from '@/components/Form';
import { Entrance } from '@/shell/Entrance';
import { inputs } from '@/words/inputs';
import { useLinkToken } from './linkToken';
import { passwordProblems } from './password';
import { signIn as w } from './words/sign-in';

/** Opened by the launcher's one-time link: the person who has it makes the first administrator. */
export function Setup() {
  const token = useLinkToken();
  const navigate = useNavigate();
  const client = useQueryClient();
  const errors = useFormErrors();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const setup = useCommand(
    () =>
      post<Partial<Tokens>>(
        '/auth/admin-setup',
        { token, email: email.trim(), name: name.trim(), password },
        { anonymous: true },
      ),
    (tokens) => {
      client.clear();
      if (tokens?.accessToken) session.open(tokens as Tokens);
      void navigate(tokens?.accessToken ? '/' : '/sign-in', { replace: true });
    },
  );

  function submit(): void {
    const wrong = [
      ...(name.trim() ? [] : [{ pointer: '/name', detail: inputs.forms.required(w.name) }]),
      ...(email.trim() ? [] : [{ pointer: '/email', detail: inputs.forms.required(w.email) }]),
      ...passwordProblems(password),
    ];
    errors.show(wrong);
    if (wrong.length === 0) setup.mutate(undefined, { onError: errors.showProblem });
  }

  return (
    <Entrance title={w.setupTitle}>
      <Form errors={errors} onSubmit={submit} label={w.setupTitle}>
        <p>{w.setupText}</p>
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
        <Button type="submit" look="primary" pending={setup.isPending}>
          {w.setup}
        </Button>
      </Form>
    </Entrance>
  );
}
