export { Unsubscribe as default } from '@/features/notifications/Unsubscribe';
