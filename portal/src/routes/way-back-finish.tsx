export { FinishWayBack as default } from '@/features/identity/WayBack';
