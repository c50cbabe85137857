export { VehiclePage as default } from '@/features/fleet/VehicleForm';
