import type { ComponentType } from 'react';
import type { IconName } from '@/components/Icon';
import type { Reader } from './me';

/**
 * What the portal shows, and where: a feature declares its screens in `features/<feature>/screens.ts`, and those that put parts of several features together stand in
 * `routes/screens.ts`. The declarations come at the start, a screen when it is opened.
 */
export interface Screen {
  path: `/${string}`;
  load: () => Promise<ComponentType>;
  /** Shown to who is not signed in, without the frame. */
  outside?: true;
  /** The path of the screen that it is shown in, such as a record's beside its list. */
  within?: `/${string}`;
  navigation?: NavigationPlace[];
  /** A button at the top of everybody's home whose work it is. */
  fromHome?: Pick<NavigationPlace, 'place' | 'label'> & { shownTo: (me: Reader) => boolean };
}

export interface NavigationPlace {
  /** Among all: what is worked with most is first, since a phone shows the first four only. */
  place: number;
  label: string;
  icon: IconName;
  /** Whose work it is; of drivers alone if left out. */
  shownTo?: (me: Reader) => boolean;
  /** Whether somebody who only drives has it, too. */
  toDrivers?: true;
}

const declared = import.meta.glob<Screen[]>(['../features/*/screens.ts', '../routes/screens.ts'], {
  eager: true,
  import: 'screens',
});

export const screens: Screen[] = Object.values(declared).flat();
