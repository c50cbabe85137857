import { MoneyField, moneyOf } from '@/components/MoneyField';
import { useUnits } from '@/components/units';
import { terms } from '@/words/terms';
import { words as w } from './words';

/** The price of an offer while it is typed, with what that comes to for each mile or kilometer. */
export function OfferPrice({
  currency,
  meters,
  value,
  onValue,
}: {
  currency: string;
  /** Of the leg, or of the whole load where no leg is chosen yet. */
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
