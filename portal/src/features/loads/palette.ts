import type { Records } from '@/shell/palette';
import { shell as w } from './words/shell';

export const palette: Records = { found: 'load', kind: w.load, at: (id) => `/loads/${id}` };
