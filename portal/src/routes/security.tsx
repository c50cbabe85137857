export { SecurityPage as default } from '@/features/identity/SecurityPage';
