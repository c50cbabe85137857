import { PageHeader } from '@/components/PageHeader';
import { words } from '@/words';

export default function Home() {
  return <PageHeader title={words.navigation.home} />;
}
