export { FlagPage as default } from '@/features/admin/FlagPage';
