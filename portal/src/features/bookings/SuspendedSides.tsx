import type { Booking } from '@/api/types';
import { useMe } from '@/shell/me';
import { words } from './words';

const w = words.suspended;

/** Tells one side, while the platform has the other suspended, what goes on and what waits. */
export function SuspendedSides({ booking }: { booking: Booking }) {
  const me = useMe();
  const standing = !['SETTLED', 'REFUNDED', 'CANCELLED'].includes(booking.status);
  const others = [booking.buyer, booking.seller].filter(
    (party) => party.suspended && party.id !== me.organisation?.id,
  );
  if (!standing || others.length === 0) return null;
  return (
    <section aria-label={w.sides} className="mb-6 rounded-panel bg-warning-fill p-3 text-warning">
      {others.map((party) => (
        <p key={party.id}>{w.party(party.name)}</p>
      ))}
      {booking.status === 'DELIVERED' && booking.seller.suspended && <p>{w.waits}</p>}
    </section>
  );
}
