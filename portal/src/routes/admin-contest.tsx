export { ContestCasePage as default } from '@/features/disputes/ContestCasePage';
