import { useState } from 'react';
import { Link } from 'react-router';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { Button } from '@/components/Button';
import { Form, TextField, useFormErrors } from '@/components/Form';
import { Entrance } from '@/shell/Entrance';
import { words } from '@/words';
import { MailSent } from './MailSent';

const w = words.mailLinks;

export function Forgot() {
  const errors = useFormErrors();
  const [email, setEmail] = useState('');
  const forgot = useCommand(() => post('/auth/forgot', { email: email.trim() }, { anonymous: true }));
  if (forgot.isSuccess) return <MailSent title={w.forgotTitle} email={email.trim()} text={w.forgotSent} />;
  function submit(): void {
    const wrong = email.trim()
      ? []
      : [{ pointer: '/email', detail: words.forms.required(words.identity.email) }];
    errors.show(wrong);
    if (wrong.length === 0) forgot.mutate(undefined, { onError: errors.showProblem });
  }
  return (
    <Entrance title={w.forgotTitle}>
      <p className="mb-4">{w.forgotText}</p>
      <Form errors={errors} onSubmit={submit} label={w.forgotTitle}>
        <TextField
          pointer="/email"
          label={words.identity.email}
          type="email"
          autoComplete="username"
          value={email}
          onValue={setEmail}
        />
        <Button type="submit" look="primary" pending={forgot.isPending}>
          {w.forgotSend}
        </Button>
      </Form>
      <p className="mt-6 border-t border-line pt-4">
        <Link className="link" to="/sign-in">
          {w.toSignIn}
        </Link>
      </p>
      <p className="mt-2">
        <Link className="link" to="/way-back">
          {words.wayBack.title}
        </Link>
      </p>
    </Entrance>
  );
}
