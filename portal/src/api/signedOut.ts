/**
 * Where `intentions.ts` keeps what somebody meant to do. The key stands in a small file, since signing out needs it and `intentions.ts` is loaded only when
 * it is needed. Other tabs hear of the sign-out, too.
 */
export const intentionsKey = 'lanerunner.intentions';
export const signedOutKey = 'lanerunner.signed-out';
export const signedOutEvent = 'lanerunner:signed-out';

/** Forgets, at signing out, everything that the person meant to do. */
export function forgetIntentions(): void {
  sessionStorage.removeItem(intentionsKey);
  window.dispatchEvent(new Event(signedOutEvent));
  localStorage.setItem(signedOutKey, String(Date.now()));
}
