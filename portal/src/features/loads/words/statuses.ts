import type { LoadStatus } from '@/api/types';
import { translated } from '@/words/language';

const en: Record<LoadStatus, string> = {
  DRAFT: 'Draft',
  OPEN: 'Open',
  COVERED: 'Covered',
  DISPATCHED: 'Dispatched',
  AT_PICKUP: 'At pickup',
  IN_TRANSIT: 'In transit',
  AT_DELIVERY: 'At delivery',
  DELIVERED: 'Delivered',
  SETTLED: 'Settled',
  EXPIRED: 'Expired',
  CANCELLED: 'Cancelled',
};

export type Words = typeof en;

export const statuses = translated('features/loads/words/statuses', en);
