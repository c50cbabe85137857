export { OperationsPage as default } from '@/features/admin/OperationsPage';
