import { useState } from 'react';

/** The page of one of several lists on a screen. The address does not name it. */
export function usePages() {
  const [after, setAfter] = useState<string>();
  return { after, onMore: setAfter, onFirst: after ? () => setAfter(undefined) : undefined };
}
