import { ListDetail } from '@/shell/ListDetail';
import { BookingList } from './BookingList';

export function BookingsPage() {
  return <ListDetail list={<BookingList />} home="/bookings" />;
}
