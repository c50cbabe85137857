export { LoadFormPage as default } from '@/features/loads/LoadForm';
