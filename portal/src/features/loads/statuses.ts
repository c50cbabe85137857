import type { LoadStatus } from '@/api/types';
import type { Tone } from '@/components/statuses';
import { statuses as words } from './words/statuses';

const tones: Record<LoadStatus, Tone> = {
  DRAFT: 'neutral',
  OPEN: 'info',
  COVERED: 'info',
  DISPATCHED: 'active',
  AT_PICKUP: 'active',
  IN_TRANSIT: 'active',
  AT_DELIVERY: 'active',
  DELIVERED: 'success',
  SETTLED: 'success',
  EXPIRED: 'neutral',
  CANCELLED: 'neutral',
};

export const statuses = { words, tones };

declare module '@/components/statuses' {
  interface Statuses {
    loads: LoadStatus;
  }
}
