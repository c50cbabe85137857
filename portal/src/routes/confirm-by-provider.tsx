export { ConfirmByProvider as default } from '@/features/identity/ConfirmByProvider';
