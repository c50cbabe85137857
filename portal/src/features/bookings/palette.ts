import type { Records } from '@/shell/palette';
import { shell as w } from './words/shell';

export const palette: Records = { found: 'booking', kind: w.booking, at: (id) => `/bookings/${id}` };
