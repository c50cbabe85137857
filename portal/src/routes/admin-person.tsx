export { PersonPage as default } from '@/features/admin/PersonPage';
