import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { queries } from '@/api/queries';
import { offerStatuses, type Load, type Offer } from '@/api/types';
import { ButtonLink } from '@/components/Button';
import { Money } from '@/components/Figures';
import { FilterBar, useFilters, ViewTabs } from '@/components/FilterBar';
import { PageHeader, Panel } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { EmptyState, Loaded } from '@/components/States';
import { StatusPill } from '@/components/StatusPill';
import { legName, legOf } from '@/components/legs';
import { Button } from '@/components/Button';
import { useMe } from '@/shell/me';
import { words } from '@/words';
import { OfferActions, Terms } from './OfferActions';

const w = words.deals;

/** All offers of the organisation: those that wait for its answer first. */
export function OffersPage() {
  const me = useMe();
  const [search] = useSearchParams();
  const direction = search.get('direction') ?? 'received';
  return (
    <>
      <PageHeader title={words.navigation.offers}>
        {me.may('market.view') && (
          <ButtonLink to={me.may('loads.post') ? '/loads' : '/loads?scope=market'}>{w.toLoads}</ButtonLink>
        )}
      </PageHeader>
      <ViewTabs
        label={w.views}
        name="direction"
        views={[
          { value: 'received', label: w.received },
          { value: 'made', label: w.madeView },
        ]}
      />
      <OfferFeed key={direction} direction={direction} />
    </>
  );
}

function OfferFeed({ direction }: { direction: string }) {
  const filters = useFilters(['status', 'after']);
  const { status, after } = filters.values;
  const offers = useQuery(queries.offers({ direction: direction.toUpperCase(), status, after }));
  return (
    <>
      <FilterBar
        state={filters}
        filters={[
          {
            name: 'status',
            label: words.loads.status,
            choices: offerStatuses.map((value) => ({ value, label: words.status[value] })),
          },
        ]}
      />
      <Loaded query={offers}>
        {(page) =>
          page.items.length === 0 ? (
            filters.any ? (
              <EmptyState title={words.filters.noMatch} text={words.filters.noMatchText} />
            ) : (
              <EmptyState
                title={direction === 'received' ? w.noneReceived : w.noneMade}
                text={direction === 'received' ? w.noneReceivedText : w.noneMadeText}
              />
            )
          ) : (
            <>
              <OfferCards offers={page.items} withLoad />
              <div className="mt-3 flex gap-2">
                {after && <Button onClick={() => filters.set('after', '')}>{words.actions.firstPage}</Button>}
                {page.next && (
                  <Button onClick={() => filters.set('after', page.next!)}>{words.actions.nextPage}</Button>
                )}
              </div>
            </>
          )
        }
      </Loaded>
    </>
  );
}

export function OffersOfLoad({ load }: { load: Load }) {
  const offers = useQuery(queries.offers({ load: load.id }));
  return (
    <Panel title={words.navigation.offers}>
      <Loaded query={offers} rows={1}>
        {(page) =>
          page.items.length === 0 ? (
            <p className="text-secondary">{w.noneOnLoad}</p>
          ) : (
            <OfferCards
              offers={page.items}
              fixedPrice={load.price !== null}
              legName={(offer) => legName(load, offer.legId)}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}

function OfLeg({ name }: { name: string | null }) {
  return name && <p className="font-semibold">{name}</p>;
}

function OfferCards({
  offers,
  withLoad = false,
  fixedPrice = false,
  legName = legOf,
}: {
  offers: Offer[];
  withLoad?: boolean;
  fixedPrice?: boolean;
  legName?: (offer: Offer) => string | null;
}) {
  return (
    <ul className="flex flex-col gap-4">
      {offers.map((offer) => (
        <li
          key={offer.id}
          className={withLoad ? 'panel p-4' : 'border-b border-line pb-4 last:border-0 last:pb-0'}
        >
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
            <div className="min-w-0 basis-64">
              <p className="mb-1 flex flex-wrap items-center gap-2">
                {withLoad && (
                  <Link className="link font-semibold" to={`/loads/${offer.loadId}`}>
                    {offer.loadReference}
                  </Link>
                )}
                <StatusPill status={offer.status} />
                <span className="text-secondary">{offer.direction === 'MADE' ? w.byYou : w.byOther}</span>
              </p>
              <OfLeg name={legName(offer)} />
              <p className="text-lg font-semibold">
                <Money value={offer.price} test={offer.testMoney} />
              </p>
              {offer.status === 'OPEN' && offer.expiresAt && (
                <p className="text-secondary">
                  {w.expires} <SiteTime instant={offer.expiresAt} ago />
                </p>
              )}
            </div>
            <div className="min-w-0 flex-1 basis-56">
              <Terms offer={offer} />
            </div>
            <div className="flex flex-wrap gap-2">
              <OfferActions offer={offer} fixedPrice={fixedPrice} />
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
