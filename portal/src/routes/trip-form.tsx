export { TripForm as default } from '@/features/trips/TripForm';
