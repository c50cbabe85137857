import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { queries } from '@/api/queries';
import type { Booking, Load, OrganisationMember, WalletPosting } from '@/api/types';
import { DataTable } from '@/components/DataTable';
import { Money } from '@/components/Figures';
import { Panel } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { EmptyState, Loaded } from '@/components/States';
import { StatusPill } from '@/components/StatusPill';
import { money } from '@/components/units';
import { terms } from '@/words/terms';
import { AccountPill } from './PeoplePage';
import { usePages } from './pages';
import { words } from './words';

const w = words.organisations;

export function OrganisationPeople({ id }: { id: string }) {
  const { after, ...pages } = usePages();
  const people = useQuery(queries.organisationPeople(id, after));
  return (
    <Loaded query={people}>
      {(page) =>
        page.items.length === 0 ? (
          <EmptyState title={w.noPeople} text={w.noPeopleText} />
        ) : (
          <DataTable<OrganisationMember>
            label={w.views.people}
            rows={page.items}
            rowKey={(member) => member.personId}
            to={(member) => `/admin/people/${member.personId}`}
            next={page.next}
            {...pages}
            columns={[
              { name: words.people.name, cell: (member) => member.name },
              {
                name: words.people.email,
                cell: (member) => <span className="break-all">{member.email}</span>,
              },
              {
                name: w.roles,
                cell: (member) => terms.list(member.roles.map((role) => terms.role(role, member.ownRoles))),
              },
              {
                name: words.people.state,
                cell: (member) => <AccountPill locked={member.lockedAt !== null} />,
              },
              {
                name: w.lastSeen,
                cell: (member) =>
                  member.lastSeenAt ? <SiteTime instant={member.lastSeenAt} ago /> : terms.none,
              },
            ]}
          />
        )
      }
    </Loaded>
  );
}

export function OrganisationBookings({ id }: { id: string }) {
  const { after, ...pages } = usePages();
  const bookings = useQuery(queries.organisationBookings(id, after));
  return (
    <Loaded query={bookings}>
      {(page) =>
        page.items.length === 0 ? (
          <EmptyState title={w.noBookings} text={w.noBookingsText} />
        ) : (
          <DataTable<Booking>
            label={w.views.bookings}
            rows={page.items}
            rowKey={(booking) => booking.id}
            next={page.next}
            {...pages}
            columns={[
              { name: w.reference, cell: (booking) => <span className="figures">{booking.reference}</span> },
              { name: w.status, cell: (booking) => <StatusPill status={booking.status} /> },
              { name: w.buyer, cell: (booking) => <Party id={id} party={booking.buyer} /> },
              { name: w.seller, cell: (booking) => <Party id={id} party={booking.seller} /> },
              { name: w.agreed, cell: (booking) => <SiteTime instant={booking.createdAt} /> },
              {
                name: w.price,
                numeric: true,
                cell: (booking) => <Money value={booking.price} test={booking.testMoney} />,
              },
            ]}
          />
        )
      }
    </Loaded>
  );
}

function Party({ id, party }: { id: string; party: Booking['buyer'] }) {
  return party.id === id ? (
    party.name
  ) : (
    <Link className="link relative" to={`/admin/organisations/${party.id}`}>
      {party.name}
    </Link>
  );
}

export function OrganisationLoads({ id }: { id: string }) {
  const { after, ...pages } = usePages();
  const loads = useQuery(queries.organisationLoads(id, after));
  return (
    <Loaded query={loads}>
      {(page) =>
        page.items.length === 0 ? (
          <EmptyState title={w.noLoads} text={w.noLoadsText} />
        ) : (
          <DataTable<Load>
            label={w.views.loads}
            rows={page.items}
            rowKey={(load) => load.id}
            next={page.next}
            {...pages}
            columns={[
              { name: w.reference, cell: (load) => <span className="figures">{load.reference}</span> },
              { name: w.status, cell: (load) => <StatusPill status={load.status} /> },
              { name: w.equipment, cell: (load) => terms.equipment[load.equipment] },
              { name: w.written, cell: (load) => <SiteTime instant={load.createdAt} /> },
              {
                name: w.price,
                numeric: true,
                cell: (load) => (load.price ? <Money value={load.price} test={load.testMoney} /> : w.bids),
              },
            ]}
          />
        )
      }
    </Loaded>
  );
}

export function OrganisationMoney({ id }: { id: string }) {
  const { after, ...pages } = usePages();
  const wallet = useQuery(queries.organisationWallet(id));
  const postings = useQuery(queries.organisationPostings(id, after));
  return (
    <>
      <Loaded query={wallet} rows={1}>
        {({ balances }) =>
          balances.length === 0 ? (
            <EmptyState title={w.noMoney} text={w.noMoneyText} />
          ) : (
            <div className="mb-6 grid gap-4 pair:grid-cols-2">
              {balances.map((balance) => (
                <Panel key={balance.currency + balance.test} title={balance.currency}>
                  <p className="figures">
                    {terms.wallet.available}: {money(balance.available)}
                  </p>
                  <p className="figures">
                    {terms.wallet.escrowed}: {money(balance.escrowed)}
                  </p>
                </Panel>
              ))}
            </div>
          )
        }
      </Loaded>
      <Loaded query={postings}>
        {(page) =>
          page.items.length === 0 ? null : (
            <DataTable<WalletPosting>
              label={terms.wallet.postings}
              rows={page.items}
              rowKey={(posting) => posting.id}
              next={page.next}
              {...pages}
              columns={[
                {
                  name: terms.wallet.what,
                  cell: (posting) => terms.wallet.transfers[posting.kind] ?? posting.kind,
                },
                { name: terms.wallet.when, cell: (posting) => <SiteTime instant={posting.createdAt} /> },
                {
                  name: terms.wallet.account,
                  cell: (posting) => terms.wallet.accounts[posting.account] ?? posting.account,
                },
                {
                  name: terms.wallet.amount,
                  numeric: true,
                  cell: (posting) => <Money value={posting.amount} test={posting.test} />,
                },
              ]}
            />
          )
        }
      </Loaded>
    </>
  );
}
