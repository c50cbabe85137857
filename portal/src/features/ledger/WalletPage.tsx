import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useOnce } from '@/api/once';
import { queries } from '@/api/queries';
import type { Balance, WalletPosting } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { DataTable } from '@/components/DataTable';
import { Dialog } from '@/components/Dialog';
import { Money, TestMoney } from '@/components/Figures';
import { useFilters } from '@/components/FilterBar';
import { Form, useFormErrors } from '@/components/Form';
import { CurrencyField, MoneyField, moneyOf, moneyProblems } from '@/components/MoneyField';
import { PageHeader, Panel } from '@/components/PageHeader';
import { SiteTime } from '@/components/SiteTime';
import { EmptyState, Loaded } from '@/components/States';
import { money } from '@/components/units';
import { useMe } from '@/shell/me';
import { shell } from './words/shell';
import { terms } from '@/words/terms';
import { words } from './words';

const w = terms.wallet;

export function WalletPage() {
  const me = useMe();
  const wallet = useQuery(queries.wallet());
  const filters = useFilters(['after']);
  const postings = useQuery(queries.postings({ after: filters.values.after }));
  const mayTopUp = me.may('wallet.top-up') && me.testMoney;
  return (
    <>
      <PageHeader title={shell.wallet} pills={me.testMoney ? <TestMoney /> : null}>
        {mayTopUp && <TopUp />}
      </PageHeader>
      {me.testMoney && <p className="mb-4 text-secondary">{terms.money.testExplained}</p>}
      <Loaded query={wallet} rows={1}>
        {({ balances }) =>
          balances.length === 0 ? (
            <EmptyState title={words.empty} text={mayTopUp ? words.emptyText : words.emptyNoTopUp} />
          ) : (
            <div className="mb-6 grid gap-4 pair:grid-cols-2">
              {balances.map((balance) => (
                <BalancePanel key={balance.currency + balance.test} balance={balance} />
              ))}
            </div>
          )
        }
      </Loaded>
      <h2 className="mb-3 text-lg">{w.postings}</h2>
      <Loaded query={postings}>
        {(page) =>
          page.items.length === 0 ? (
            <p className="text-secondary">{words.noPostings}</p>
          ) : (
            <DataTable<WalletPosting>
              label={w.postings}
              rows={page.items}
              rowKey={(posting) => posting.id}
              next={page.next}
              onMore={(after) => filters.set('after', after)}
              onFirst={filters.values.after ? () => filters.set('after', '') : undefined}
              columns={[
                { name: w.what, cell: (posting) => w.transfers[posting.kind] ?? posting.kind },
                { name: w.when, cell: (posting) => <SiteTime instant={posting.createdAt} /> },
                { name: w.account, cell: (posting) => w.accounts[posting.account] ?? posting.account },
                {
                  name: words.booking,
                  cell: (posting) =>
                    posting.bookingId ? (
                      <Link className="link relative" to={`/bookings/${posting.bookingId}`}>
                        {words.toBooking}
                      </Link>
                    ) : (
                      terms.none
                    ),
                },
                {
                  name: w.amount,
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

function BalancePanel({ balance }: { balance: Balance }) {
  return (
    <Panel title={balance.currency} actions={balance.test ? <TestMoney /> : undefined}>
      <dl className="grid grid-cols-2 gap-4">
        <div>
          <dt className="text-secondary">{w.available}</dt>
          <dd className="figures text-lg font-semibold">{money(balance.available)}</dd>
        </div>
        <div>
          <dt className="text-secondary">{w.escrowed}</dt>
          <dd className="figures text-lg font-semibold">{money(balance.escrowed)}</dd>
        </div>
      </dl>
    </Panel>
  );
}

function TopUp() {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [currency, setCurrency] = useState('USD');
  const errors = useFormErrors();
  const amount = moneyOf(typed, currency);
  const topUp = useOnce('wallet.top-up', { label: amount ? money(amount) : '' }, () => {
    setOpen(false);
    setTyped('');
    announce(words.toppedUp);
  });

  function submit(): void {
    const wrong = moneyProblems('/amount', w.amount, typed, currency);
    errors.show(wrong);
    if (amount) topUp.mutate({ amount }, { onError: errors.showProblem });
  }

  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {words.topUp}
      </Button>
      <Dialog title={words.topUp} open={open} onClose={() => setOpen(false)}>
        <Form errors={errors} onSubmit={submit} label={words.topUp}>
          <p>
            <TestMoney /> {terms.money.testExplained}
          </p>
          <CurrencyField pointer="/currency" value={currency} onValue={setCurrency} />
          <MoneyField
            pointer="/amount"
            label={w.amount}
            currency={currency}
            value={typed}
            onValue={setTyped}
          />
          <Button type="submit" look="primary" pending={topUp.isPending}>
            {words.topUp}
          </Button>
        </Form>
      </Dialog>
    </>
  );
}
