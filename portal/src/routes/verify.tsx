export { Verify as default } from '@/features/identity/Verify';
