import { useState } from 'react';
import { Link } from 'react-router';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { Button } from '@/components/Button';
import { Form, TextField, useFormErrors } from '@/components/Form';
import { Entrance } from '@/shell/Entrance';
import { useLinkToken } from './linkToken';
import { passwordProblems } from './password';
import { LinkGone } from './Verify';
import { mailLinks as w } from './words/mail-links';
import { signIn } from './words/sign-in';

/** Opened by the link of the mail to a person who forgot the password. It signs nobody in. */
export function Reset() {
  const token = useLinkToken();
  const errors = useFormErrors();
  const [password, setPassword] = useState('');
  const reset = useCommand(() => post('/auth/reset', { token, password }, { anonymous: true }));
  if (reset.error?.status === 404) return <LinkGone again="/forgot" />;
  function submit(): void {
    const wrong = passwordProblems(password);
    errors.show(wrong);
    if (wrong.length === 0) reset.mutate(undefined, { onError: errors.showProblem });
  }
  return (
    <Entrance title={w.resetTitle}>
      {reset.isSuccess ? (
        <div className="flex flex-col gap-3" role="status">
          <p>{w.resetDone}</p>
          <Link className="link" to="/sign-in">
            {w.toSignIn}
          </Link>
        </div>
      ) : (
        <Form errors={errors} onSubmit={submit} label={w.resetTitle}>
          <TextField
            pointer="/password"
            label={w.newPassword}
            hint={signIn.passwordHint}
            type="password"
            autoComplete="new-password"
            value={password}
            onValue={setPassword}
          />
          <Button type="submit" look="primary" pending={reset.isPending}>
            {w.reset}
          </Button>
        </Form>
      )}
    </Entrance>
  );
}
