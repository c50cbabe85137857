export { AccountsPage as default } from '@/features/admin/AccountsPage';
