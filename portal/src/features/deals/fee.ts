import type { Money, Offer } from '@/api/types';
import { decimals } from '@/components/units';

/** The platform's part of a price and what the carrier receives, calculated as the server does (`Fee`): in minor units, with half of one rounded up. */
export function feeOf(price: Money, basisPoints: number): Pick<Offer, 'fee' | 'sellerReceives'> {
  const digits = decimals(price);
  const minor = Number(price.amount.replace('.', ''));
  const fee = Math.floor((minor * basisPoints + 5000) / 10_000);
  const money = (units: number) => ({ ...price, amount: (units / 10 ** digits).toFixed(digits) });
  return { fee: money(fee), sellerReceives: money(minor - fee) };
}
