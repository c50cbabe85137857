export { OrganisationRecordPage as default } from '@/features/admin/OrganisationRecordPage';
