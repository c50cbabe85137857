import { Link } from 'react-router';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { showPasskey } from '@/api/passkeys';
import type { Challenge, FactorMethod, PasskeyRequest, Tokens } from '@/api/types';
import { Button } from '@/components/Button';
import { FactorForm } from '@/components/FactorForm';
import { SendCode } from '@/components/SendCode';
import { Entrance } from '@/shell/Entrance';
import { proofs } from '@/words/proofs';
import { factors as w } from './words/factors';
import { signIn } from './words/sign-in';
import { wayBack } from './words/way-back';

interface Shown {
  method: FactorMethod;
  code?: string;
}

/** Asks for a second factor after the right password. */
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
        methods={challenge.methods as FactorMethod[]}
        label={signIn.signIn}
        pending={finish.isPending}
        error={finish.error}
        onPasskey={() => finish.mutate({ method: 'PASSKEY' })}
        onCode={(method, code) => finish.mutate({ method, code })}
        onSend={(by) => (
          <SendCode
            sent={by === 'SMS' ? proofs.factors.codes.SMS.sent : proofs.factors.codes.MAIL.sent}
            byMail={by === 'MAIL'}
            send={() => post('/auth/login/code', { challenge: challenge.challenge }, { anonymous: true })}
          />
        )}
      />
      <Button look="quiet" className="mt-4" onClick={onBack}>
        {w.startAgain}
      </Button>
      <p className="mt-6 border-t border-line pt-4">
        <Link className="link" to="/way-back">
          {wayBack.link}
        </Link>
      </p>
    </Entrance>
  );
}

/** Finishes signing in: with a challenge that a right password gave, or without one, for a person who shows a passkey alone. */
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
