export { MembersPage as default } from '@/features/identity/MembersPage';
