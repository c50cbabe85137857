export { WayBack as default } from '@/features/identity/WayBack';
