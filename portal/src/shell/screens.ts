import type { ComponentType } from 'react';
import type { IconName } from '@/components/Icon';
import type { Reader } from './me';

/**
 * The screens of the portal and their paths. A feature declares its screens in `features/<feature>/screens.ts`; those that put parts of several features
 * together stand in `routes/screens.ts`. The declarations are loaded at the start, a screen itself when it is opened.
 */
export interface Screen {
  path: `/${string}`;
  load: () => Promise<ComponentType>;
  /** It is shown without the frame, and without signing in. */
  outside?: true;
  /** The path of the screen in which it is shown, such as the list for a record beside it. */
  within?: `/${string}`;
  navigation?: NavigationPlace[];
  /** A button to it at the top of the home screen, for people whose work it is. */
  fromHome?: Pick<NavigationPlace, 'place' | 'label'> & { shownTo: (me: Reader) => boolean };
}

export interface NavigationPlace {
  /** Its place in the navigation. The most used screens come first, since a phone shows the first four only. */
  place: number;
  label: string;
  icon: IconName;
  /** For whom it is shown; for drivers alone if left out. */
  shownTo?: (me: Reader) => boolean;
  /** Whether a person who only drives has it, too. */
  toDrivers?: true;
}

const declared = import.meta.glob<Screen[]>(['../features/*/screens.ts', '../routes/screens.ts'], {
  eager: true,
  import: 'screens',
});

export const screens: Screen[] = Object.values(declared).flat();
