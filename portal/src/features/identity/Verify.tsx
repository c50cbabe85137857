import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { session } from '@/api/session';
import type { Tokens } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Form, TextField, useFormErrors } from '@/components/Form';
import { Entrance } from '@/shell/Entrance';
import { inputs } from '@/words/inputs';
import { useLinkToken } from './linkToken';
import { mailLinks as w } from './words/mail-links';
import { signIn } from './words/sign-in';

/** Opened by the link of the mail to a person who registered. A person who also knows the password gets the account. */
export function Verify() {
  const token = useLinkToken();
  const navigate = useNavigate();
  const client = useQueryClient();
  const errors = useFormErrors();
  const [password, setPassword] = useState('');
  const confirm = useCommand(
    () => post<Tokens>('/auth/registrations/confirm', { token, password }, { anonymous: true }),
    (tokens) => {
      client.clear();
      session.open(tokens);
      announce(signIn.registerDone);
      void navigate('/', { replace: true });
    },
  );
  if (confirm.error?.status === 404) return <LinkGone again="/register" />;
  function submit(): void {
    const wrong = password ? [] : [{ pointer: '/password', detail: inputs.forms.required(signIn.password) }];
    errors.show(wrong);
    if (wrong.length === 0) confirm.mutate(undefined, { onError: errors.showProblem });
  }
  return (
    <Entrance title={w.verifyTitle}>
      <p className="mb-4">{w.verifyText}</p>
      <Form errors={errors} onSubmit={submit} label={w.verifyTitle}>
        <TextField
          pointer="/password"
          label={signIn.password}
          hint={w.verifyHint}
          type="password"
          autoComplete="current-password"
          value={password}
          onValue={setPassword}
        />
        <Button type="submit" look="primary" pending={confirm.isPending}>
          {w.verify}
        </Button>
      </Form>
    </Entrance>
  );
}

/** @param again where a new link can be got, or what else can be done; the label then says which */
export function LinkGone({
  again,
  text = w.goneText,
  label = w.goneAgain,
}: {
  again: string;
  text?: string;
  label?: string;
}) {
  return (
    <Entrance title={w.goneTitle}>
      <p className="mb-4 max-w-prose">{text}</p>
      <Link className="link" to={again}>
        {label}
      </Link>
    </Entrance>
  );
}
