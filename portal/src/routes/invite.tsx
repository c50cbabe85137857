export { Invite as default } from '@/features/identity/Invite';
