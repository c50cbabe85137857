export { DeliveriesPage as default } from '@/features/admin/DeliveriesPage';
