import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { queries } from '@/api/queries';
import { offerSorts, offerStatuses, type Load, type Offer, type OfferSort, type Page } from '@/api/types';
import { ButtonLink } from '@/components/Button';
import { Money } from '@/components/Figures';
import { FilterBar, useFilters, ViewTabs } from '@/components/FilterBar';
import { PageHeader, Panel } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { EmptyState, Loaded } from '@/components/States';
import { statusWord } from '@/components/statuses';
import { StatusPill } from '@/components/StatusPill';
import { legName, legOf } from '@/components/legs';
import { Button } from '@/components/Button';
import { useMe } from '@/shell/me';
import { shell } from './words/shell';
import { terms } from '@/words/terms';
import { OfferActions, Terms } from './OfferActions';
import { OfferFacts } from './OfferFacts';
import { Unfunded } from './WalletCover';
import { words as w } from './words';

/** All offers of the organisation; those that wait for its answer come first. */
export function OffersPage() {
  const me = useMe();
  const [search] = useSearchParams();
  const direction = search.get('direction') ?? 'received';
  return (
    <>
      <PageHeader title={shell.offers}>
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
  const offers = useQuery(offersQuery({ direction: direction.toUpperCase(), status, after }));
  return (
    <>
      <FilterBar
        state={filters}
        filters={[
          {
            name: 'status',
            label: terms.loads.status,
            choices: offerStatuses.map((value) => ({ value, label: statusWord(value) })),
          },
        ]}
      />
      <Loaded query={offers}>
        {(page) =>
          page.items.length === 0 ? (
            filters.any ? (
              <EmptyState title={terms.filters.noMatch} text={terms.filters.noMatchText} />
            ) : (
              <EmptyState
                title={direction === 'received' ? w.noneReceived : w.noneMade}
                text={direction === 'received' ? w.noneReceivedText : w.noneMadeText}
              />
            )
          ) : (
            <>
              <OfferCards offers={page.items} withLoad />
              <Pages after={after} next={page.next} onAfter={(next) => filters.set('after', next)} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

export function OffersOfLoad({ load }: { load: Load }) {
  const [sort, setSort] = useState<OfferSort>('DATE');
  const [after, setAfter] = useState('');
  const offers = useQuery(offersQuery({ load: load.id, sort: sort === 'DATE' ? '' : sort, after }));
  return (
    <Panel
      title={shell.offers}
      actions={
        <label className="flex items-center gap-2 text-secondary">
          {w.sort}
          <select
            className="control w-auto"
            value={sort}
            onChange={(event) => {
              setAfter('');
              setSort(event.target.value as OfferSort);
            }}
          >
            {offerSorts.map((each) => (
              <option key={each} value={each}>
                {w.sorts[each]}
              </option>
            ))}
          </select>
        </label>
      }
    >
      <Loaded query={offers} rows={1}>
        {(page) =>
          page.items.length === 0 ? (
            <p className="text-secondary">{w.noneOnLoad}</p>
          ) : (
            <>
              <OfferCards offers={page.items} legName={(offer) => legName(load, offer.legId)} />
              <Pages after={after} next={page.next} onAfter={setAfter} />
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}

function Pages({
  after,
  next,
  onAfter,
}: {
  after: string | undefined;
  next: string | null;
  onAfter: (after: string) => void;
}) {
  if (!after && !next) return null;
  return (
    <div className="mt-3 flex gap-2">
      {after && <Button onClick={() => onAfter('')}>{terms.actions.firstPage}</Button>}
      {next && <Button onClick={() => onAfter(next)}>{terms.actions.nextPage}</Button>}
    </div>
  );
}

const fundingMillis = 30_000;

/** No event tells a carrier that the shipper's money has come, so the list is read again regularly while the carrier waits for it. */
function offersQuery(filter: Parameters<typeof queries.offers>[0]) {
  return {
    ...queries.offers(filter),
    refetchInterval: (query: { state: { data?: Page<Offer> } }) =>
      query.state.data?.items.some((offer) => offer.unfunded && !offer.unfunded.covered)
        ? fundingMillis
        : (false as const),
  };
}

function OfferCards({
  offers,
  withLoad = false,
  legName = legOf,
}: {
  offers: Offer[];
  withLoad?: boolean;
  legName?: (offer: Offer) => string | null;
}) {
  return (
    <ul className="flex flex-col gap-4">
      {offers.map((offer) => (
        <li
          key={offer.id}
          data-offer={offer.status}
          className={withLoad ? 'panel p-4' : 'border-b border-line pb-4 last:border-0 last:pb-0'}
        >
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
            <div className="min-w-0 flex-1 basis-72">
              <p className="mb-1 flex flex-wrap items-center gap-2">
                {withLoad && (
                  <Link className="link font-semibold" to={`/loads/${offer.loadId}`}>
                    {offer.loadReference}
                  </Link>
                )}
                <StatusPill status={offer.status} />
                <span className="text-secondary">{offer.direction === 'MADE' ? w.byYou : w.byOther}</span>
              </p>
              <p className="text-lg font-semibold">
                <Money value={offer.price} test={offer.testMoney} />
              </p>
              {offer.status === 'OPEN' && (
                <p className="text-secondary">
                  {w.expires} <SiteTime instant={offer.expiresAt} ago />
                </p>
              )}
              <Ended offer={offer} />
            </div>
            <div className="min-w-0 flex-1 basis-56">
              <Terms offer={offer} />
            </div>
          </div>
          <div className="mt-3">
            <OfferFacts offer={offer} legName={legName(offer)} />
          </div>
          <Unfunded offer={offer} />
          <div className="mt-3 flex flex-wrap gap-2 empty:hidden">
            <OfferActions offer={offer} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** How a person's decision ended the offer, who decided and when. Nothing is shown where it ended by itself. */
function Ended({ offer }: { offer: Offer }) {
  const verb = terms.deals.ended[offer.status];
  if (!offer.end || !verb) return null;
  return (
    <p className="text-secondary">
      {verb} {terms.deals.endedBy[offer.end.by]}, <SiteTime instant={offer.end.at} ago />
    </p>
  );
}
