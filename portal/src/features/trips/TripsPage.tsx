import { ListDetail } from '@/shell/ListDetail';
import { TripList } from './TripList';

export function TripsPage() {
  return <ListDetail list={<TripList />} home="/trips" />;
}
