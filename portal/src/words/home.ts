import { count } from '@/words/counting';
import { translated } from '@/words/language';

/** The words of the home screen. */
const en = {
  greeting: (name: string) => `Good to see you, ${name}`,
  waiting: (n: number) => count(n, 'One thing waits for you', `${n} things wait for you`),
  list: 'Tasks',
  more: (n: number) =>
    count(n, 'One more waits, with a later deadline', `${n} more wait, with later deadlines`),
  underWay: 'Under way, with others to act',
  by: 'By',
  none: 'Nothing waits for you',
  noneText: 'New offers, deliveries and deadlines appear here as they come.',
  urgency: { now: 'Now', soon: 'Within 48 hours', whenever: 'When you can' },
};

export type Words = typeof en;

export const home = translated('words/home', en);
