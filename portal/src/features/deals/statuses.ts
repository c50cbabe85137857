import type { OfferStatus } from '@/api/types';
import type { Tone } from '@/components/statuses';
import { statuses as words } from './words/statuses';

const tones: Record<OfferStatus, Tone> = {
  OPEN: 'info',
  ACCEPTED: 'success',
  COUNTERED: 'info',
  DECLINED: 'danger',
  WITHDRAWN: 'neutral',
  CLOSED: 'neutral',
  EXPIRED: 'neutral',
};

export const statuses = { words, tones };

declare module '@/components/statuses' {
  interface Statuses {
    deals: OfferStatus;
  }
}
