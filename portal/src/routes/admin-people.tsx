export { PeoplePage as default } from '@/features/admin/PeoplePage';
