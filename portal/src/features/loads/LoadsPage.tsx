import { ListDetail } from '@/shell/ListDetail';
import { LoadList } from './LoadList';

export function LoadsPage() {
  return <ListDetail list={<LoadList />} home="/loads" />;
}
