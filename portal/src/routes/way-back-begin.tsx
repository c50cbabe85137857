export { BeginWayBack as default } from '@/features/identity/WayBack';
