export { ProfilePage as default } from '@/features/identity/ProfilePage';
