import type { OfferStatus } from '@/api/types';
import { translated } from '@/words/language';

const en: Record<OfferStatus, string> = {
  OPEN: 'Open',
  ACCEPTED: 'Accepted',
  COUNTERED: 'Countered',
  DECLINED: 'Declined',
  WITHDRAWN: 'Withdrawn',
  CLOSED: 'Closed',
  EXPIRED: 'Expired',
};

export type Words = typeof en;

export const statuses = translated('features/deals/words/statuses', en);
