export { AuditPage as default } from '@/features/identity/AuditPage';
