import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { queries } from '@/api/queries';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Form, TextField, useFormErrors } from '@/components/Form';
import { MailPromise } from '@/components/MailPromise';
import { Panel } from '@/components/PageHeader';
import { CommandError } from '@/components/States';
import { useMe } from '@/shell/me';
import { inputs } from '@/words/inputs';
import { passwordProblems } from './password';
import { mailLinks as w } from './words/mail-links';
import { signIn } from './words/sign-in';

/** How this person signs in: the password, and the mail address that belongs to it. One of them is changed at a time. */
export function SecurityPassword() {
  const me = useMe();
  const hasPassword = useQuery(queries.logins()).data?.password ?? true;
  const [changing, setChanging] = useState<'password' | 'address' | null>(null);
  return (
    <Panel
      title={w.signInTitle}
      actions={
        <>
          {changing !== 'password' && (
            <Button onClick={() => setChanging('password')}>
              {hasPassword ? w.changePassword : w.firstPassword}
            </Button>
          )}
          {changing !== 'address' && (
            <Button onClick={() => setChanging('address')}>{w.changeAddress}</Button>
          )}
        </>
      }
    >
      <p className="mb-3">{w.signInWith(me.person.email)}</p>
      {changing === 'password' &&
        (hasPassword ? <ChangePassword /> : <FirstPassword email={me.person.email} />)}
      {changing === 'address' && <ChangeAddress hasPassword={hasPassword} />}
    </Panel>
  );
}

function ChangePassword() {
  const errors = useFormErrors();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useCommand(
    () => post('/me/password', { current, password }),
    () => {
      setCurrent('');
      setPassword('');
      announce(w.passwordChanged);
    },
  );
  function submit(): void {
    const wrong = [...missing('/current', w.currentPassword, current), ...passwordProblems(password)];
    errors.show(wrong);
    if (wrong.length === 0) change.mutate(undefined, { onError: errors.showProblem });
  }
  return (
    <>
      <p className="mb-3 text-secondary">{w.passwordText}</p>
      <Form errors={errors} onSubmit={submit} label={w.changePassword}>
        <TextField
          pointer="/current"
          label={w.currentPassword}
          type="password"
          autoComplete="current-password"
          value={current}
          onValue={setCurrent}
        />
        <TextField
          pointer="/password"
          label={w.newPassword}
          hint={signIn.passwordHint}
          type="password"
          autoComplete="new-password"
          value={password}
          onValue={setPassword}
        />
        <Button type="submit" look="primary" pending={change.isPending}>
          {w.setPassword}
        </Button>
      </Form>
      {change.isSuccess && <p role="status">{w.passwordChanged}</p>}
    </>
  );
}

/** A person who signs in with a provider has no password. They set one in the same way as a person who forgot theirs. */
function FirstPassword({ email }: { email: string }) {
  const send = useCommand(() => post('/auth/forgot', { email }, { anonymous: true }));
  return (
    <div className="flex flex-col items-start gap-3">
      <p>{w.firstPasswordText}</p>
      <CommandError error={send.error} />
      {send.isSuccess ? (
        <p role="status">
          <MailPromise sent={w.sent(email)} to={email} />
        </p>
      ) : (
        <Button look="primary" pending={send.isPending} onClick={() => send.mutate()}>
          {w.firstPasswordSend}
        </Button>
      )}
    </div>
  );
}

/** A person without a password proves anew who they are instead. */
function ChangeAddress({ hasPassword }: { hasPassword: boolean }) {
  const errors = useFormErrors();
  const [email, setEmail] = useState('');
  const [current, setCurrent] = useState('');
  const change = useCommand(
    () => post('/me/address', { email: email.trim(), current: hasPassword ? current : null }),
    () => {
      setEmail('');
      setCurrent('');
      announce(w.addressAsked);
    },
  );
  function submit(): void {
    const wrong = [
      ...missing('/email', w.newAddress, email),
      ...(hasPassword ? missing('/current', w.currentPassword, current) : []),
    ];
    errors.show(wrong);
    if (wrong.length === 0) change.mutate(undefined, { onError: errors.showProblem });
  }
  return (
    <>
      <p className="mb-3 text-secondary">{w.addressText}</p>
      <Form errors={errors} onSubmit={submit} label={w.changeAddress}>
        <TextField
          pointer="/email"
          label={w.newAddress}
          type="email"
          autoComplete="email"
          value={email}
          onValue={setEmail}
        />
        {hasPassword && (
          <TextField
            pointer="/current"
            label={w.currentPassword}
            type="password"
            autoComplete="current-password"
            value={current}
            onValue={setCurrent}
          />
        )}
        <Button type="submit" look="primary" pending={change.isPending}>
          {w.sendMails}
        </Button>
      </Form>
      {change.isSuccess && (
        <p role="status">
          <MailPromise sent={w.addressAsked} />
        </p>
      )}
    </>
  );
}

function missing(pointer: string, label: string, value: string) {
  return value.trim() ? [] : [{ pointer, detail: inputs.forms.required(label) }];
}
