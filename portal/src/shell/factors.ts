import type { Factors } from '@/api/types';

/** Whether this person proves by something else than the password; a code by mail is no more than the mailbox that sets it. */
export function hasFactor(factors: Factors): boolean {
  return hasBest(factors) || Boolean(factors.codesBySms?.since && factors.codesBySms.to);
}

/** Whether it is one that counts everywhere. */
export function hasBest({ app, passkeys }: Factors): boolean {
  return app !== null || passkeys.length > 0;
}
