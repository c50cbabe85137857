export { Register as default } from '@/features/identity/Register';
