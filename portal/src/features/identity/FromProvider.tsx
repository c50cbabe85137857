import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { session } from '@/api/session';
import type { Challenge, Login, Tokens, Unlinked } from '@/api/types';
import { announce } from '@/components/Announcer';
import { CommandError, Skeleton } from '@/components/States';
import { Entrance } from '@/shell/Entrance';
import { cameBack, type Away } from './away';
import { ConfirmLogin, NewLogin } from './NewLogin';
import { SecondStep } from './SecondStep';
import { logins as w } from './words/logins';
import { signIn } from './words/sign-in';

interface Returned {
  provider: string;
  state: string | null;
  code: string | null;
  error: string | null;
  iss: string | null;
}

/** The address to which a provider sends the browser back. It hands on, once, what the address says, and removes it from the address. */
export function FromProvider() {
  const { provider = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const [returned] = useState<Returned>(() => ({
    provider,
    state: search.get('state'),
    code: search.get('code'),
    error: search.get('error'),
    iss: search.get('iss'),
  }));
  const [away] = useState<Away>(cameBack);
  const done = useRef(false);
  const finish = useReturn(away);
  const { mutate } = finish;
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    setSearch({}, { replace: true });
    mutate(returned);
  }, [mutate, returned, setSearch]);
  const enter = useEnter(away.next);
  const enterAnew = useEnter('/');
  if (finish.data && 'challenge' in finish.data && finish.data.challenge) {
    return (
      <SecondStep
        challenge={finish.data}
        onTokens={enter}
        onBack={() => window.location.assign('/sign-in')}
      />
    );
  }
  if (finish.data && 'ticket' in finish.data && finish.data.ticket) {
    return away.purpose === 'confirm' && away.token ? (
      <ConfirmLogin arrived={finish.data} token={away.token} onTokens={enter} />
    ) : (
      <NewLogin arrived={finish.data} next={away.next} onTokens={enterAnew} />
    );
  }
  return (
    <Entrance title={away.purpose === 'link' ? w.linkTitle : signIn.signIn}>
      {finish.error ? (
        <div className="flex flex-col gap-4">
          <CommandError error={finish.error} />
          <Link className="link" to={away.purpose === 'link' ? '/security' : '/sign-in'}>
            {away.purpose === 'link' ? w.backToSecurity : w.backToSignIn}
          </Link>
        </div>
      ) : (
        <>
          <p role="status">{w.returning}</p>
          <Skeleton rows={2} />
        </>
      )}
    </Entrance>
  );
}

function useReturn(away: Away) {
  const enter = useEnter(away.next);
  const navigate = useNavigate();
  return useCommand(
    (returned: Returned): Promise<Tokens | Challenge | Unlinked | Login> =>
      away.purpose === 'link'
        ? post<Login>('/auth/logins', returned)
        : post<Tokens | Challenge | Unlinked>('/auth/providers/finish', returned, { anonymous: true }),
    (answer) => {
      if ('accessToken' in answer && answer.accessToken) enter(answer);
      if ('linkedAt' in answer) {
        announce(w.linked(answer.providerName));
        void navigate('/security', { replace: true });
      }
    },
  );
}

function useEnter(next: string): (tokens: Tokens) => void {
  const navigate = useNavigate();
  const client = useQueryClient();
  return (tokens) => {
    client.clear();
    session.open(tokens);
    void navigate(next, { replace: true });
  };
}
