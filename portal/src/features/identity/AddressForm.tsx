import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { Button } from '@/components/Button';
import { Form, TextField, useFormErrors } from '@/components/Form';
import { Entrance } from '@/shell/Entrance';
import { inputs } from '@/words/inputs';
import { MailSent } from './MailSent';
import { mailLinks } from './words/mail-links';
import { signIn } from './words/sign-in';

/** For a person who can't get in: they type their address, and a mail says how to go on. @param sent what the mail brings; @param more other ways to go on */
export function AddressForm({
  path,
  title,
  sent,
  more,
  children,
}: {
  path: string;
  title: string;
  sent: string;
  more?: ReactNode;
  children: ReactNode;
}) {
  const errors = useFormErrors();
  const [email, setEmail] = useState('');
  const ask = useCommand(() => post(path, { email: email.trim() }, { anonymous: true }));
  if (ask.isSuccess) return <MailSent title={title} email={email.trim()} text={sent} />;
  function submit(): void {
    const wrong = email.trim() ? [] : [{ pointer: '/email', detail: inputs.forms.required(signIn.email) }];
    errors.show(wrong);
    if (wrong.length === 0) ask.mutate(undefined, { onError: errors.showProblem });
  }
  return (
    <Entrance title={title}>
      {children}
      <Form errors={errors} onSubmit={submit} label={title}>
        <TextField
          pointer="/email"
          label={signIn.email}
          type="email"
          autoComplete="username"
          value={email}
          onValue={setEmail}
        />
        <Button type="submit" look="primary" pending={ask.isPending}>
          {mailLinks.forgotSend}
        </Button>
      </Form>
      <p className="mt-6 border-t border-line pt-4">
        <Link className="link" to="/sign-in">
          {mailLinks.toSignIn}
        </Link>
      </p>
      {more}
    </Entrance>
  );
}
