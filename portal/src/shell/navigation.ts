import type { IconName } from '@/components/Icon';
import type { Reader } from './me';
import { screens } from './screens';

export interface NavigationItem {
  to: string;
  label: string;
  icon: IconName;
}

const places = screens
  .flatMap(({ path, navigation = [] }) => navigation.map((each) => ({ ...each, to: path })))
  .sort((a, b) => a.place - b.place);

/** The screens that this person works with, most used first. A phone shows the first four and keeps the rest under "More". */
export function navigationFor(me: Reader): NavigationItem[] {
  return places
    .filter(({ shownTo, toDrivers }) => (me.isDriverOnly ? toDrivers : shownTo?.(me)))
    .map(({ to, label, icon }) => ({ to, label, icon }));
}
