export { ApiKeysPage as default } from '@/features/identity/ApiKeysPage';
