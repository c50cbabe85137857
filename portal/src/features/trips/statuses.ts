import type { TripStatus } from '@/api/types';
import type { Tone } from '@/components/statuses';
import { statuses as words } from './words/statuses';

const tones: Record<TripStatus, Tone> = {
  PLANNED: 'info',
  IN_PROGRESS: 'active',
  COMPLETED: 'success',
  CANCELLED: 'neutral',
};

export const statuses = { words, tones };

declare module '@/components/statuses' {
  interface Statuses {
    trips: TripStatus;
  }
}
