import type { Records } from '@/shell/palette';
import { shell as w } from './words/shell';

export const palette: Records = { found: 'trip', kind: w.trip, at: (id) => `/trips/${id}` };
