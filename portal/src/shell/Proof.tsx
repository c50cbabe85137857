import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import { showPasskey } from '@/api/passkeys';
import { queries } from '@/api/queries';
import { session } from '@/api/session';
import type { CodeSent, FactorMethod, Factors, PasskeyRequest, Proven } from '@/api/types';
import { FactorForm } from '@/components/FactorForm';
import { SendCode } from '@/components/SendCode';
import { Loaded } from '@/components/States';
import { proofs } from '@/words/proofs';
import { terms } from '@/words/terms';
import { hasFactor } from './factors';

const w = proofs.factors;

/** Asks for one of the person's factors, and calls `onProven` when one was shown. */
export default function Proof({ onProven }: { onProven: () => void }) {
  const factors = useQuery(queries.factors());
  const hasPassword = useQuery(queries.logins()).data?.password ?? true;
  const [challenge, setChallenge] = useState<string>();
  const prove = useCommand(
    async (shown: { method: FactorMethod; code?: string }) => {
      if (shown.method === 'SMS') return post<Proven>('/auth/prove', { ...shown, challenge });
      if (shown.method !== 'PASSKEY') return post<Proven>('/auth/prove', shown);
      const request = await post<PasskeyRequest>('/auth/prove/passkey');
      const passkey = await showPasskey(request);
      return post<Proven>('/auth/prove', { method: 'PASSKEY', challenge: request.challenge, passkey });
    },
    (proven) => {
      session.renew(proven);
      onProven();
    },
  );
  return (
    <Loaded query={factors} rows={1}>
      {(data) =>
        !hasPassword && methodsOf(data).includes('PASSWORD') ? (
          <p>{proofs.logins.proofNone}</p>
        ) : (
          <>
            <p className="mb-4">{w.proofText}</p>
            <FactorForm
              methods={methodsOf(data)}
              label={terms.actions.continue}
              pending={prove.isPending}
              error={prove.error}
              onPasskey={() => prove.mutate({ method: 'PASSKEY' })}
              onCode={(method, code) => prove.mutate({ method, code })}
              onSend={() => (
                <SendCode
                  sent={w.codes.SMS.sent}
                  send={async () => setChallenge((await post<CodeSent>('/auth/prove/code')).challenge)}
                />
              )}
            />
          </>
        )
      }
    </Loaded>
  );
}

function methodsOf(factors: Factors): FactorMethod[] {
  if (!hasFactor(factors)) return ['PASSWORD'];
  if (!factors.app && factors.passkeys.length === 0) return ['SMS'];
  return [
    ...(factors.passkeys.some((passkey) => passkey.host === location.hostname) ? (['PASSKEY'] as const) : []),
    ...(factors.app ? (['CODE'] as const) : []),
    ...(factors.recoveryCodes > 0 ? (['RECOVERY_CODE'] as const) : []),
  ];
}
