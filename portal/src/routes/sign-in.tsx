export { SignIn as default } from '@/features/identity/SignIn';
