export { OrganisationPage as default } from '@/features/identity/OrganisationPage';
