import { useState } from 'react';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Form, TextField, useFormErrors } from '@/components/Form';
import { Panel } from '@/components/PageHeader';
import { useMe } from '@/shell/me';
import { words } from '@/words';
import { passwordProblems } from './password';

const w = words.mailLinks;

/** How this person signs in: the password, and the address it goes with. One is changed at a time. */
export function SecurityPassword() {
  const me = useMe();
  const [changing, setChanging] = useState<'password' | 'address' | null>(null);
  return (
    <Panel
      title={w.signInTitle}
      actions={
        <>
          {changing !== 'password' && (
            <Button onClick={() => setChanging('password')}>{w.changePassword}</Button>
          )}
          {changing !== 'address' && (
            <Button onClick={() => setChanging('address')}>{w.changeAddress}</Button>
          )}
        </>
      }
    >
      <p className="mb-3">{w.signInWith(me.person.email)}</p>
      {changing === 'password' && <ChangePassword />}
      {changing === 'address' && <ChangeAddress />}
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
          hint={words.identity.passwordHint}
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

function ChangeAddress() {
  const errors = useFormErrors();
  const [email, setEmail] = useState('');
  const [current, setCurrent] = useState('');
  const change = useCommand(
    () => post('/me/address', { email: email.trim(), current }),
    () => {
      setEmail('');
      setCurrent('');
      announce(w.addressAsked);
    },
  );
  function submit(): void {
    const wrong = [
      ...missing('/email', w.newAddress, email),
      ...missing('/current', w.currentPassword, current),
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
        <TextField
          pointer="/current"
          label={w.currentPassword}
          type="password"
          autoComplete="current-password"
          value={current}
          onValue={setCurrent}
        />
        <Button type="submit" look="primary" pending={change.isPending}>
          {w.sendMails}
        </Button>
      </Form>
      {change.isSuccess && <p role="status">{w.addressAsked}</p>}
    </>
  );
}

function missing(pointer: string, label: string, value: string) {
  return value.trim() ? [] : [{ pointer, detail: words.forms.required(label) }];
}
