import type { Factors } from '@/api/types';

/**
 * Whether this person can prove who they are by something other than the password. A code by mail does not count, since the same mailbox can set the
 * password.
 */
export function hasFactor({ app, passkeys, codesBySms }: Factors): boolean {
  return app !== null || passkeys.length > 0 || Boolean(codesBySms?.since);
}

/** Whether the person has a factor that counts in one of their organisations. */
export function hasCounting(factors: Factors): boolean {
  return hasFactor({ ...factors, codesBySms: factors.codesBySms?.allowed ? factors.codesBySms : null });
}
