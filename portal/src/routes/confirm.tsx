export { ConfirmAddress as default } from '@/features/identity/ConfirmAddress';
