export { InboxPage as default } from '@/features/notifications/InboxPage';
