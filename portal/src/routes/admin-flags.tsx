export { FlagsPage as default } from '@/features/admin/FlagsPage';
