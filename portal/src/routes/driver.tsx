export { DriverPage as default } from '@/features/fleet/DriverForm';
