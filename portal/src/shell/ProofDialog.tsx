import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { proof } from '@/api/proof';
import { Dialog } from '@/components/Dialog';
import { Skeleton } from '@/components/States';
import { proofs } from '@/words/proofs';

/* Seldom needed, so it is no part of the first chunk. */
const Proof = lazy(() => import('./Proof'));

const w = proofs.factors;

/**
 * Opens by itself when a command needs a new proof of who the person is. After the proof the command goes on; when the dialog is closed without one, it stays
 * refused.
 */
export function ProofDialog() {
  const [open, setOpen] = useState(false);
  const answer = useRef<((proven: boolean) => void) | null>(null);
  useEffect(
    () =>
      proof.by(
        () =>
          new Promise<boolean>((resolve) => {
            answer.current = resolve;
            setOpen(true);
          }),
      ),
    [],
  );
  function close(proven: boolean): void {
    setOpen(false);
    answer.current?.(proven);
    answer.current = null;
  }
  return (
    <Dialog title={w.proofTitle} open={open} onClose={() => close(false)}>
      {open && (
        <Suspense fallback={<Skeleton />}>
          <Proof onProven={() => close(true)} />
        </Suspense>
      )}
    </Dialog>
  );
}
