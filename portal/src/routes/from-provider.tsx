export { FromProvider as default } from '@/features/identity/FromProvider';
