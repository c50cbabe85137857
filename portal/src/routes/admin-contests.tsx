export { ContestsPage as default } from '@/features/disputes/ContestsPage';
