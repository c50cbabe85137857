import type { Window } from '@/api/types';
import { road } from '@/words/road';
import { byWindow } from './punctual';

const colours = { EARLY: 'text-info', IN_TIME: 'text-success', LATE: 'text-danger' };

/** Whether it was early, in time or late, compared with the window. */
export function Punctual({ at, window }: { at: string; window: Window }) {
  const { punctuality, minutes } = byWindow(at, window);
  return (
    <span className={`block text-sm font-normal ${colours[punctuality]}`}>
      {road.bookings.punctual[punctuality](minutes)}
    </span>
  );
}
