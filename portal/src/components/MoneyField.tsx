import type { FieldProblem } from '@/api/problem';
import type { Money } from '@/api/types';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';
import { SelectField, TextField } from './Form';
import { decimals, number, usualDecimals } from './units';

const currencies = [
  'USD',
  'CAD',
  'MXN',
  'EUR',
  'GBP',
  'CHF',
  'PLN',
  'SEK',
  'JPY',
  'CNY',
  'INR',
  'BRL',
  'AUD',
];

/** A typed amount in the API's form, null when it is none. @param digits how many decimals may be typed, and are sent */
export function moneyOf(typed: string, currency: string, digits = usualDecimals(currency)): Money | null {
  const value = number(typed);
  if (value === null || value <= 0) return null;
  const amount = typed.replace(/,/g, '').trim();
  return decimals({ amount, currency }) > digits ? null : { amount: value.toFixed(digits), currency };
}

export function moneyProblems(
  pointer: string,
  label: string,
  typed: string,
  currency: string,
  digits = usualDecimals(currency),
): FieldProblem[] {
  return moneyOf(typed, currency, digits) ? [] : [{ pointer, detail: inputs.forms.amount(label) }];
}

/** The choice among the currencies that forms offer. */
export function CurrencyField({
  pointer,
  value,
  onValue,
}: {
  pointer: string;
  value: string;
  onValue: (currency: string) => void;
}) {
  return (
    <SelectField
      pointer={pointer}
      label={terms.wallet.currency}
      value={value}
      onValue={onValue}
      choices={currencies.map((each) => ({ value: each, label: each }))}
    />
  );
}

export function MoneyField({
  pointer,
  label,
  hint,
  optional,
  currency,
  value,
  onValue,
}: {
  pointer: string;
  label: string;
  hint?: string;
  optional?: boolean;
  currency: string;
  value: string;
  onValue: (typed: string) => void;
}) {
  return (
    <TextField
      pointer={pointer}
      label={label}
      unit={currency}
      hint={hint}
      optional={optional}
      inputMode="decimal"
      value={value}
      onValue={onValue}
    />
  );
}
