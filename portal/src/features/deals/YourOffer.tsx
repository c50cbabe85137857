import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { Load } from '@/api/types';
import { Panel } from '@/components/PageHeader';
import { useMe } from '@/shell/me';
import { MakeOffer } from './MakeOffer';
import { words as w } from './words';

/** A carrier's way to make an offer on somebody else's load, beside the offers that it has made already. */
export function YourOffer({
  load,
  preferredTrip,
  preferredLeg,
}: {
  load: Load;
  preferredTrip?: string;
  preferredLeg?: string;
}) {
  const me = useMe();
  const standing = useQuery({
    ...queries.offers({ load: load.id, direction: 'MADE', status: 'OPEN', limit: 100 }),
    enabled: me.may('offers.view'),
  });
  const count = standing.data?.items.length ?? 0;
  return (
    <Panel title={w.yourOffer}>
      <p className="mb-3">{load.price ? w.fixedText : w.bidText}</p>
      {count > 0 && (
        <p className="mb-3">
          <strong>{w.standing(count)}</strong> {load.legs.length > 1 ? w.anotherOfLeg : w.anotherOffer}
        </p>
      )}
      <MakeOffer load={load} another={count > 0} preferredTrip={preferredTrip} preferredLeg={preferredLeg} />
    </Panel>
  );
}
