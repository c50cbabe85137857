export { Reset as default } from '@/features/identity/Reset';
