import { Link } from 'react-router';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { showPasskey } from '@/api/passkeys';
import type { Challenge, FactorMethod, PasskeyRequest, Tokens } from '@/api/types';
import { Button } from '@/components/Button';
import { FactorForm } from '@/components/FactorForm';
import { CommandError } from '@/components/States';
import { Entrance } from '@/shell/Entrance';
import { words } from '@/words';

const w = words.factors;

interface Shown {
  method: FactorMethod;
  code?: string;
}

/** The password was right; now a second factor. */
export function SecondStep({
  challenge,
  onTokens,
  onBack,
}: {
  challenge: Challenge;
  onTokens: (tokens: Tokens) => void;
  onBack: () => void;
}) {
  const finish = useFinish(challenge.challenge, onTokens);
  return (
    <Entrance title={w.secondTitle}>
      <p className="mb-4">{w.secondText}</p>
      <FactorForm
        methods={challenge.methods}
        label={words.identity.signIn}
        pending={finish.isPending}
        error={finish.error}
        onPasskey={() => finish.mutate({ method: 'PASSKEY' })}
        onCode={(method, code) => finish.mutate({ method, code })}
        onSend={<SendCode challenge={challenge.challenge} />}
      />
      <Button look="quiet" className="mt-4" onClick={onBack}>
        {w.startAgain}
      </Button>
      <p className="mt-6 border-t border-line pt-4">
        <Link className="link" to="/way-back">
          {words.wayBack.link}
        </Link>
      </p>
    </Entrance>
  );
}

/** A code goes to the confirmed address when somebody asks for it, so that looking at the page sends none. */
function SendCode({ challenge }: { challenge: string }) {
  const send = useCommand(() => post('/auth/login/code', { challenge }, { anonymous: true }));
  return (
    <div className="flex flex-col gap-3">
      <CommandError error={send.error} />
      {send.isSuccess && <p role="status">{w.codeSent}</p>}
      <Button
        look={send.isSuccess ? 'quiet' : 'primary'}
        className="self-start"
        pending={send.isPending}
        onClick={() => send.mutate()}
      >
        {send.isSuccess ? w.sendAgain : w.sendCode}
      </Button>
    </div>
  );
}

/** With a challenge that a right password gave, or with none: then a passkey is all that is shown. */
export function useFinish(challenge: string | undefined, onTokens: (tokens: Tokens) => void) {
  return useCommand(async (shown: Shown) => {
    if (shown.method !== 'PASSKEY')
      return post<Tokens>('/auth/login/finish', { challenge, ...shown }, { anonymous: true });
    const request = await post<PasskeyRequest>('/auth/login/passkey', { challenge }, { anonymous: true });
    const passkey = await showPasskey(request);
    return post<Tokens>(
      '/auth/login/finish',
      { challenge: request.challenge, method: 'PASSKEY', passkey },
      { anonymous: true },
    );
  }, onTokens);
}
