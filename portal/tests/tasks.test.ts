import { expect, test } from 'vitest';
import type { Contest, Me, Offer } from '@/api/types';
import { tasksOf } from '@/shell/home/tasks';

const now = Date.parse('2026-11-28T08:00:00Z');
const me = { organisation: { id: 'ours' }, permissions: ['wallet.top-up', 'offers.make'] } as unknown as Me;

/** One that a carrier made us, which a colleague could not accept. */
function received(covered: boolean): Offer {
  return {
    id: 'o',
    loadId: 'l',
    loadReference: 'L-1',
    direction: 'RECEIVED',
    buyerOrganisationId: 'ours',
    counterpart: { name: 'Carrier' },
    price: { amount: '10.00', currency: 'USD' },
    expiresAt: '2026-12-28T08:00:00Z',
    unfunded: { since: '', covered, lacking: covered ? null : { amount: '4.00', currency: 'USD' } },
  } as unknown as Offer;
}

test('an offer that the own wallet does not cover is to be funded, and then to be answered', () => {
  const lacking = [received(false)];
  const toFund = tasksOf({ offers: lacking, unfunded: lacking }, me, now);
  expect(toFund.map(({ key, to }) => [key, to])).toEqual([['funding/o', '/wallet']]);
  expect(toFund[0]?.title).toContain('4.00');
  const covered = [received(true)];
  expect(tasksOf({ offers: covered, unfunded: covered }, me, now).map(({ key }) => key)).toEqual(['o']);
});

test('a contest waits for who can act on it, and is under way for everybody else', () => {
  const contest = (status: string, actions: string[], seller = 'theirs') =>
    [
      {
        id: 'c',
        status,
        actions,
        buyer: { id: 'ours' },
        seller: { id: seller },
        answerDueAt: '2026-11-29T08:00:00Z',
      },
    ] as unknown as Contest[];
  const urgencies = (contests: Contest[]) => tasksOf({ contests }, me, now).map(({ urgency }) => urgency);
  expect(urgencies(contest('AWAITING_DECISION', []))).toEqual([undefined]);
  expect(urgencies(contest('AWAITING_DECISION', [], 'ours'))).toEqual([undefined]);
  expect(urgencies(contest('AWAITING_ANSWER', []))).toEqual([undefined]);
  expect(urgencies(contest('AWAITING_ANSWER', [], 'ours'))).toEqual([undefined]);
  expect(urgencies(contest('AWAITING_ANSWER', ['answer'], 'ours'))).toEqual(['soon']);
});
