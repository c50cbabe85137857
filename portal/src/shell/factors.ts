import type { Factors } from '@/api/types';

/** Whether this person proves by something else than the password; a code by mail is no more than the mailbox that sets it. */
export function hasFactor({ app, passkeys, codesBySms }: Factors): boolean {
  return app !== null || passkeys.length > 0 || Boolean(codesBySms?.since);
}

/** Whether it counts in an organisation of theirs. */
export function hasCounting(factors: Factors): boolean {
  return hasFactor({ ...factors, codesBySms: factors.codesBySms?.allowed ? factors.codesBySms : null });
}
