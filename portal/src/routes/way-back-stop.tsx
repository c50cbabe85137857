export { StopWayBack as default } from '@/features/identity/WayBack';
