import { useQuery, useQueryClient } from '@tanstack/react-query';
import { proof } from '@/api/proof';
import { queries } from '@/api/queries';
import { Button } from '@/components/Button';
import { proofs } from '@/words/proofs';
import { hasCounting } from './factors';

const w = proofs.factors;

/** Only the security page is open until a second factor is set up, or was shown in this session. */
export function FactorNeeded() {
  const factors = useQuery(queries.factors());
  const client = useQueryClient();
  const has = factors.data && hasCounting(factors.data);
  return (
    <div
      role="status"
      className="mb-4 flex max-w-5xl flex-wrap items-center gap-3 rounded-panel border border-warning bg-warning-fill p-4 text-warning"
    >
      <p className="min-w-0 flex-1 basis-60">{has ? w.neededShown : w.needed}</p>
      {has && (
        <Button
          onClick={() => void proof.ask().then((proven) => (proven ? client.invalidateQueries() : undefined))}
        >
          {w.showIt}
        </Button>
      )}
    </div>
  );
}
