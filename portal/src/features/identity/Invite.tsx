import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { Problem } from '@/api/problem';
import { queries } from '@/api/queries';
import { session } from '@/api/session';
import type { Invitation, Tokens } from '@/api/types';
import { Button, ButtonLink } from '@/components/Button';
import { Form, TextField, useFormErrors } from '@/components/Form';
import { CommandError, Loaded } from '@/components/States';
import { Entrance } from '@/shell/Entrance';
import { useMeQuery, useSessionOpen } from '@/shell/me';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';
import { useLinkToken } from './linkToken';
import { passwordProblems } from './password';
import { ProviderButtons } from './ProviderButtons';
import { mailLinks } from './words/mail-links';
import { signIn as w } from './words/sign-in';

/**
 * A one-time link into an organisation. A new person sets a password; a person who has an account signs in first. Only the link of a mail says which of the
 * two it is; a link that was handed over shows both ways.
 */
export function Invite() {
  const token = useLinkToken();
  // After the invitation is used it may not be read any more, although this screen stands until the next one is there.
  const [used, setUsed] = useState(false);
  const invitation = useQuery({ ...queries.invitation(token), retry: false, enabled: !used });
  const [gone, setGone] = useState(false);
  if (gone || (invitation.isError && Problem.of(invitation.error).status === 404)) return <Gone />;
  const title = invitation.data ? w.inviteTitle(invitation.data.organisationName) : w.inviteLoading;
  return (
    <Entrance title={title}>
      <Loaded query={invitation}>
        {(data) => (
          <Answer token={token} invitation={data} onUsed={() => setUsed(true)} onGone={() => setGone(true)} />
        )}
      </Loaded>
    </Entrance>
  );
}

/** The link was used or withdrawn, or is too old. That may have happened while this screen was open. */
function Gone() {
  const open = useSessionOpen();
  return (
    <Entrance title={w.inviteGoneTitle}>
      <p className="mb-4 max-w-prose">{w.inviteGone}</p>
      <ButtonLink to={open ? '/' : '/sign-in'}>{open ? mailLinks.toPortal : mailLinks.toSignIn}</ButtonLink>
    </Entrance>
  );
}

interface Props {
  token: string;
  invitation: Invitation;
  onUsed: () => void;
  onGone: () => void;
}

function Answer(props: Props) {
  const { invitation } = props;
  const open = useSessionOpen();
  const { pathname, hash } = useLocation();
  return (
    <div className="flex flex-col gap-4">
      <p>{w.inviteRoles(invitation.roles.map((role) => terms.role(role, invitation.ownRoles)))}</p>
      {invitation.accountExists !== false &&
        (open ? <AcceptSignedIn {...props} /> : <SignInFirst invitation={invitation} />)}
      {(invitation.accountExists === false || (invitation.accountExists === null && !open)) && (
        <>
          <AcceptNew {...props} />
          <ProviderButtons next={pathname + hash} />
        </>
      )}
    </div>
  );
}

function SignInFirst({ invitation }: { invitation: Invitation }) {
  const { pathname, hash } = useLocation();
  const known = invitation.accountExists === true;
  return (
    <>
      <p>{known ? w.inviteKnown(invitation.email) : w.inviteMayBeKnown(invitation.email)}</p>
      <ButtonLink look={known ? 'primary' : 'secondary'} to="/sign-in" state={{ next: pathname + hash }}>
        {w.signInToAccept}
      </ButtonLink>
    </>
  );
}

function useAccept({ token, onUsed, onGone }: Props, anonymous: boolean) {
  const navigate = useNavigate();
  const client = useQueryClient();
  return useCommand(
    (body: object) =>
      post<Partial<Tokens>>('/auth/invitations/accept', { token, ...body }, { anonymous }).catch(
        (error: unknown) => {
          if (Problem.of(error).status === 404) onGone();
          throw error;
        },
      ),
    (tokens) => {
      onUsed();
      client.clear();
      if (tokens?.accessToken) session.open(tokens as Tokens);
      void navigate('/', { replace: true });
    },
  );
}

function AcceptSignedIn(props: Props) {
  const { invitation } = props;
  const me = useMeQuery();
  const accept = useAccept(props, false);
  if (!me.data) return null;
  if (me.data.person.email.toLowerCase() !== invitation.email.toLowerCase()) {
    return <p className="text-warning">{w.inviteOther}</p>;
  }
  return (
    <>
      <p>{w.inviteSignedInAs(me.data.person.email)}</p>
      <CommandError error={accept.error} />
      <Button look="primary" pending={accept.isPending} onClick={() => accept.mutate({})}>
        {w.join}
      </Button>
    </>
  );
}

function AcceptNew(props: Props) {
  const { invitation } = props;
  const errors = useFormErrors();
  const accept = useAccept(props, true);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  function submit(): void {
    const wrong = [
      ...(name.trim() ? [] : [{ pointer: '/name', detail: inputs.forms.required(w.name) }]),
      ...passwordProblems(password),
    ];
    errors.show(wrong);
    if (wrong.length === 0) accept.mutate({ name: name.trim(), password }, { onError: errors.showProblem });
  }
  return (
    <Form errors={errors} onSubmit={submit} label={w.join}>
      {invitation.accountExists === false && <p>{w.inviteNew(invitation.email)}</p>}
      <TextField pointer="/name" label={w.name} autoComplete="name" value={name} onValue={setName} />
      <TextField
        pointer="/password"
        label={w.password}
        hint={w.passwordHint}
        type="password"
        autoComplete="new-password"
        value={password}
        onValue={setPassword}
      />
      <Button type="submit" look="primary" pending={accept.isPending}>
        {w.join}
      </Button>
    </Form>
  );
}
