import type { Capacity, Money as MoneyValue } from '@/api/types';
import { terms } from '@/words/terms';
import { capacityParts, money, useUnits } from './units';

/** An amount with its ISO code. Test money is marked each time it is shown. */
export function Money({ value, test, meters }: { value: MoneyValue; test?: boolean; meters?: number }) {
  const units = useUnits();
  const per = meters ? units.perDistance(value, meters) : null;
  return (
    <span className="figures">
      <span className="whitespace-nowrap">{money(value)}</span>
      {per && <span className="text-secondary"> {terms.units.aside(per)}</span>}
      {test && <TestMoney />}
    </span>
  );
}

/** @param brief whether the mark is shorter on a narrow screen, to leave room for what stands beside it */
export function TestMoney({ brief = false }: { brief?: boolean }) {
  return (
    <span className="ml-1 inline-block whitespace-nowrap rounded-control bg-warning-fill px-1 text-xs font-semibold text-warning">
      <span className={brief ? 'sr-only rail:not-sr-only' : undefined}>{terms.money.test}</span>
      {brief && (
        <span aria-hidden="true" className="rail:hidden">
          {terms.money.testBrief}
        </span>
      )}
    </span>
  );
}

export function Quantity({
  of,
  value,
}: {
  of: 'weight' | 'distance' | 'length' | 'volume' | 'speed' | 'radius';
  value: number | null | undefined;
}) {
  const units = useUnits();
  if (value === null || value === undefined) return <span className="text-secondary">{terms.none}</span>;
  return <span className="figures whitespace-nowrap">{units.show(of, value)}</span>;
}

export function CapacityText({ value }: { value: Capacity }) {
  const parts = capacityParts(value, useUnits());
  return <span className="figures">{parts.length ? terms.list(parts) : terms.units.notStated}</span>;
}
