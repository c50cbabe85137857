export { Setup as default } from '@/features/identity/Setup';
