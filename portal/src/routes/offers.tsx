export { OffersPage as default } from '@/features/deals/Offers';
