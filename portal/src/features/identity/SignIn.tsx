import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, Navigate, useLocation, useNavigate, useSearchParams } from 'react-router';
import { post } from '@/api/http';
import { useCommand } from '@/api/command';
import { session } from '@/api/session';
import { passkeysWork } from '@/api/passkeys';
import type { Challenge, Tokens } from '@/api/types';
import { Button } from '@/components/Button';
import { Form, TextField, useFormErrors } from '@/components/Form';
import { SignInToSend } from '@/components/KeptHere';
import { CommandError } from '@/components/States';
import { Entrance } from '@/shell/Entrance';
import { useSessionOpen } from '@/shell/me';
import { inputs } from '@/words/inputs';
import { proofs } from '@/words/proofs';
import { safeNext } from './away';
import { ProviderButtons } from './ProviderButtons';
import { SecondStep, useFinish } from './SecondStep';
import { factors } from './words/factors';
import { signIn as w } from './words/sign-in';

export function SignIn() {
  const [search] = useSearchParams();
  const state = useLocation().state as { ended?: boolean; next?: string } | null;
  const next = safeNext(state?.next ?? search.get('next'));
  const ended = state?.ended ?? false;
  const open = useSessionOpen();
  const navigate = useNavigate();
  const client = useQueryClient();
  const errors = useFormErrors();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [challenge, setChallenge] = useState<Challenge | null>(null);
  const [signedIn, setSignedIn] = useState(false);
  function enter(tokens: Tokens): void {
    setSignedIn(true);
    client.clear();
    session.open(tokens);
    void navigate(next, { replace: true });
  }
  const signIn = useCommand(
    () => post<Tokens | Challenge>('/auth/login', { email: email.trim(), password }, { anonymous: true }),
    (answer) => {
      if ('challenge' in answer && answer.challenge) setChallenge(answer);
      else enter(answer as Tokens);
    },
  );
  const byPasskey = useFinish(undefined, enter);
  if (open && !signedIn) return <Navigate to={next} replace />;
  if (challenge) {
    return (
      <SecondStep
        challenge={challenge}
        onTokens={enter}
        onBack={() => {
          setChallenge(null);
          setPassword('');
        }}
      />
    );
  }

  function submit(): void {
    const wrong = [
      ...(email.trim() ? [] : [{ pointer: '/email', detail: inputs.forms.required(w.email) }]),
      ...(password ? [] : [{ pointer: '/password', detail: inputs.forms.required(w.password) }]),
    ];
    errors.show(wrong);
    if (wrong.length === 0) signIn.mutate(undefined, { onError: errors.showProblem });
  }

  return (
    <Entrance title={w.signIn}>
      {ended && (
        <p role="status" className="mb-4 text-warning">
          {session.endedBecause() ?? w.sessionEnded}
        </p>
      )}
      <SignInToSend />
      <Form errors={errors} onSubmit={submit} label={w.signIn}>
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
          type="password"
          autoComplete="current-password"
          value={password}
          onValue={setPassword}
        />
        <Button type="submit" look="primary" pending={signIn.isPending}>
          {w.signIn}
        </Button>
      </Form>
      {passkeysWork() && (
        <div className="mt-4 flex flex-col gap-3">
          <Button pending={byPasskey.isPending} onClick={() => byPasskey.mutate({ method: 'PASSKEY' })}>
            {factors.signInByPasskey}
          </Button>
          <CommandError error={byPasskey.error} />
        </div>
      )}
      <ProviderButtons next={next} />
      <p className="mt-4">
        <Link className="link" to="/forgot">
          {proofs.mailLinks.forgotLink}
        </Link>
      </p>
      <p className="mt-6 border-t border-line pt-4">
        {w.newHere}{' '}
        <Link className="link" to="/register">
          {w.toRegister}
        </Link>
      </p>
    </Entrance>
  );
}
