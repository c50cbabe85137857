export { GatePage as default } from '@/features/admin/GatePage';
