import { MoneyField, moneyOf } from '@/components/MoneyField';
import { useUnits } from '@/components/units';
import { terms } from '@/words/terms';
import { words as w } from './words';

/** The price of an offer while it is typed, and how much that is for each mile or kilometer. */
export function OfferPrice({
  currency,
  meters,
  value,
  onValue,
}: {
  currency: string;
  /** The length of the leg, or of the whole load while no leg is chosen. */
  meters: number;
  value: string;
  onValue: (typed: string) => void;
}) {
  const units = useUnits();
  const amount = moneyOf(value, currency);
  const per = amount && units.perDistance(amount, meters);
  return (
    <MoneyField
      pointer="/price"
      label={terms.deals.price}
      hint={per ? w.perHint(per) : undefined}
      currency={currency}
      value={value}
      onValue={onValue}
    />
  );
}
