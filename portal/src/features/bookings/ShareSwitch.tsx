import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { Booking } from '@/api/types';
import { Button } from '@/components/Button';
import { Panel } from '@/components/PageHeader';
import { useKeptActions } from '@/device/kept';
import { isUnderWay, sharing, useSharing } from '@/device/sharing';
import { useMe } from '@/shell/me';
import { phone } from '@/words/phone';
import { words } from './words';

const w = phone.sharing;

/** Whether the reader drives the booking. A person who only drives sees own bookings only; a person with other work, too, is looked for among the drivers. */
function useDrives(booking: Booking): boolean {
  const me = useMe();
  const own = booking.seller.id === me.organisation?.id && me.may('tracking.report') && !me.impersonation;
  const look = own && !me.isDriverOnly && me.may('fleet.view') && booking.driver !== null;
  const drivers = useQuery({ ...queries.drivers({ limit: 100 }), enabled: look });
  if (!own || !booking.driver) return false;
  if (me.isDriverOnly) return true;
  return Boolean(
    drivers.data?.items.some(
      (driver) => driver.id === booking.driver?.id && driver.personId === me.person.id,
    ),
  );
}

/** For the driver of a booking that is under way: shares the position from this device, and says who sees it and when. */
export function ShareSwitch({ booking, className }: { booking: Booking; className: string }) {
  const drives = useDrives(booking);
  const kept = useKeptActions();
  const { tripId } = useSharing();
  if (!drives || !booking.tripId || !isUnderWay(booking, kept)) return null;
  const on = tripId === booking.tripId;
  const { sharing: whoSees, sharingForAnother } = words.today;
  return (
    <Panel className={`max-w-xl ${className}`} title={w.title}>
      <p>{(booking.forAnother ? sharingForAnother : whoSees)(booking.buyer.name, booking.seller.name)}</p>
      <p className="text-secondary">{on ? w.untilWhen : w.offText}</p>
      <p className="mt-3">
        {on ? (
          <Button onClick={() => sharing.stop()}>{w.stop}</Button>
        ) : (
          <Button onClick={() => sharing.begin(booking)}>{w.start}</Button>
        )}
      </p>
    </Panel>
  );
}
