export { OrganisationsPage as default } from '@/features/admin/OrganisationsPage';
