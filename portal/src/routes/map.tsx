export { MapPage as default } from '@/features/tracking/MapPage';
