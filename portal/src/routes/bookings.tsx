import { BookingList } from '@/features/bookings/BookingList';
import { ListDetail } from '@/shell/ListDetail';

export default function Bookings() {
  return <ListDetail list={<BookingList />} home="/bookings" />;
}
