/** Told where what somebody meant to do is kept (`intentions.ts`), in this tab and in all others, which are not loaded before they are needed. */
export const intentionsKey = 'lanerunner.intentions';
export const signedOutKey = 'lanerunner.signed-out';
export const signedOutEvent = 'lanerunner:signed-out';

/** Who signs out leaves nothing behind of what they meant to do. */
export function forgetIntentions(): void {
  sessionStorage.removeItem(intentionsKey);
  window.dispatchEvent(new Event(signedOutEvent));
  localStorage.setItem(signedOutKey, String(Date.now()));
}
