import { useState } from 'react';
import { Link } from 'react-router';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { Button } from '@/components/Button';
import { Form, TextField, useFormErrors } from '@/components/Form';
import { SiteTime } from '@/components/SiteTime';
import { CommandError } from '@/components/States';
import { Entrance } from '@/shell/Entrance';
import { frame } from '@/words/frame';
import { proofs } from '@/words/proofs';
import { AddressForm } from './AddressForm';
import { useLinkToken } from './linkToken';
import { passwordProblems } from './password';
import { LinkGone } from './Verify';
import { mailLinks } from './words/mail-links';
import { signIn } from './words/sign-in';
import { wayBack as w } from './words/way-back';

/** A person who lost password, second factors and recovery codes asks here for the first mail. */
export function WayBack() {
  return (
    <AddressForm path="/auth/way-back" title={w.title} sent={w.sent}>
      <p className="mb-3">{w.text}</p>
      <p className="mb-4 text-secondary">{w.first}</p>
    </AddressForm>
  );
}

/** Opened by the link of the first mail. Only a person's press begins the wait, since mail programs open links, too. */
export function BeginWayBack() {
  const token = useLinkToken();
  const begin = useCommand(() =>
    post<{ readyAt: string }>('/auth/way-back/begin', { token }, { anonymous: true }),
  );
  if (begin.error?.status === 404) return <LinkGone again="/way-back" />;
  return (
    <Entrance title={w.beginTitle}>
      {begin.data ? (
        <div className="flex flex-col gap-3" role="status">
          <p>
            {w.begun} <SiteTime instant={begin.data.readyAt} />
          </p>
          <p className="text-secondary">{w.begunText}</p>
        </div>
      ) : (
        <div className="flex flex-col gap-4">
          <p>{w.beginText}</p>
          <CommandError error={begin.error} />
          <Button look="primary" pending={begin.isPending} onClick={() => begin.mutate()}>
            {w.begin}
          </Button>
        </div>
      )}
    </Entrance>
  );
}

/** Opened by the link of the mail that told about the way back; it stops it. */
export function StopWayBack() {
  const token = useLinkToken();
  const stop = useCommand(() => post('/auth/way-back/stop', { token }, { anonymous: true }));
  if (stop.error?.status === 404)
    return <LinkGone again="/forgot" text={w.stopGone} label={proofs.mailLinks.forgotLink} />;
  return (
    <Entrance title={w.stopTitle}>
      {stop.isSuccess ? (
        <div className="flex flex-col gap-3" role="status">
          <p>{frame.wayBack.stopped}</p>
          <p className="text-secondary">{w.stoppedText}</p>
        </div>
      ) : (
        <div className="flex flex-col gap-4">
          <p>{w.stopText}</p>
          <CommandError error={stop.error} />
          <Button look="danger" pending={stop.isPending} onClick={() => stop.mutate()}>
            {frame.wayBack.stop}
          </Button>
        </div>
      )}
    </Entrance>
  );
}

/** Opened by the link of the last mail, after the wait. It signs nobody in. */
export function FinishWayBack() {
  const token = useLinkToken();
  const errors = useFormErrors();
  const [password, setPassword] = useState('');
  const finish = useCommand(() => post('/auth/way-back/finish', { token, password }, { anonymous: true }));
  if (finish.error?.status === 404) return <LinkGone again="/way-back" />;
  function submit(): void {
    const wrong = passwordProblems(password);
    errors.show(wrong);
    if (wrong.length === 0) finish.mutate(undefined, { onError: errors.showProblem });
  }
  return (
    <Entrance title={w.finishTitle}>
      {finish.isSuccess ? (
        <div className="flex flex-col gap-3" role="status">
          <p>{w.finished}</p>
          <Link className="link" to="/sign-in">
            {mailLinks.toSignIn}
          </Link>
        </div>
      ) : (
        <>
          <p className="mb-4">{w.finishText}</p>
          <Form errors={errors} onSubmit={submit} label={w.finishTitle}>
            <TextField
              pointer="/password"
              label={mailLinks.newPassword}
              hint={signIn.passwordHint}
              type="password"
              autoComplete="new-password"
              value={password}
              onValue={setPassword}
            />
            <Button type="submit" look="primary" pending={finish.isPending}>
              {mailLinks.reset}
            </Button>
          </Form>
        </>
      )}
    </Entrance>
  );
}
