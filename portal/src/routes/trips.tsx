import { TripList } from '@/features/trips/TripList';
import { ListDetail } from '@/shell/ListDetail';

export default function Trips() {
  return <ListDetail list={<TripList />} home="/trips" />;
}
