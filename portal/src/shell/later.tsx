import { lazy, type ComponentType } from 'react';

/** A part of the frame that is loaded after the first screen. Where it can't be loaded, the screen stands without it. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(() =>
    load()
      .catch((): ComponentType<Props> => () => null)
      .then((shown) => ({ default: shown })),
  );
}
