import type { TripStatus } from '@/api/types';
import { translated } from '@/words/language';

const en: Record<TripStatus, string> = {
  PLANNED: 'Planned',
  IN_PROGRESS: 'In progress',
  COMPLETED: 'Completed',
  CANCELLED: 'Cancelled',
};

export type Words = typeof en;

export const statuses = translated('features/trips/words/statuses', en);
