export { Forgot as default } from '@/features/identity/Forgot';
