import { lazy, Suspense } from 'react';
import { Dialog } from '@/components/Dialog';
import { Skeleton } from '@/components/States';
import { words } from '@/words';
import type { NavigationItem } from './navigation';

/* Opened by who knows it, so it is no part of the first screen. */
const Palette = lazy(() => import('./Palette'));

/** Finds records by reference or place and the screens this person has; nothing here goes where they may not. */
export function CommandPalette({
  open,
  onClose,
  items,
}: {
  open: boolean;
  onClose: () => void;
  items: NavigationItem[];
}) {
  return (
    <Dialog title={words.palette.title} open={open} onClose={onClose}>
      <Suspense fallback={<Skeleton />}>
        <Palette items={items} onClose={onClose} />
      </Suspense>
    </Dialog>
  );
}
