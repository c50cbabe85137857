import { useState } from 'react';

/** The pages of one of several lists of a page, which the address does not name. */
export function usePages() {
  const [after, setAfter] = useState<string>();
  return { after, onMore: setAfter, onFirst: after ? () => setAfter(undefined) : undefined };
}
