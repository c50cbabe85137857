import { LoadList } from '@/features/loads/LoadList';
import { ListDetail } from '@/shell/ListDetail';

export default function Loads() {
  return <ListDetail list={<LoadList />} home="/loads" />;
}
