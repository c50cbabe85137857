import { locale } from '@/words/language';
import { terms } from '@/words/terms';
import type { Capacity, Money } from '@/api/types';
import { usePreferences } from './preferences';

/** Units that a person reads and types. The API and the database use SI units; all conversion happens here and nowhere else. */

type Dimension = 'weight' | 'distance' | 'length' | 'volume' | 'speed' | 'radius';

interface Unit {
  name: string;
  /** How many SI units of the API one of these is. */
  si: number;
  digits: number;
}

const metersPerMile = 1609.344;
const metersPerFoot = 0.3048;

const tables: Record<'us' | 'si', Record<Dimension, Unit>> = {
  us: {
    weight: { name: terms.units.pounds, si: 0.45359237, digits: 0 },
    distance: { name: terms.units.miles, si: metersPerMile, digits: 0 },
    length: { name: terms.units.feet, si: metersPerFoot, digits: 1 },
    volume: { name: terms.units.cubicFeet, si: metersPerFoot ** 3, digits: 0 },
    speed: { name: terms.units.milesPerHour, si: metersPerMile / 3600, digits: 0 },
    radius: { name: terms.units.feet, si: metersPerFoot, digits: 0 },
  },
  si: {
    weight: { name: terms.units.kilograms, si: 1, digits: 0 },
    distance: { name: terms.units.kilometers, si: 1000, digits: 0 },
    length: { name: terms.units.meters, si: 1, digits: 1 },
    volume: { name: terms.units.cubicMeters, si: 1, digits: 1 },
    speed: { name: terms.units.kilometersPerHour, si: 1 / 3.6, digits: 0 },
    radius: { name: terms.units.meters, si: 1, digits: 0 },
  },
};

export interface Units {
  name(dimension: Dimension): string;
  show(dimension: Dimension, si: number): string;
  /** The number alone, for a column whose header names the unit. */
  figure(dimension: Dimension, si: number): string;
  /** A typed number in SI units for the API, rounded to the gram or millimetre; null where it is no number. */
  toSi(dimension: Dimension, typed: string): number | null;
  fromSi(dimension: Dimension, si: number | null | undefined): string;
  perDistance(price: Money, meters: number): string | null;
}

export function unitsOf(system: 'us' | 'si'): Units {
  const table = tables[system];
  const figure = (dimension: Dimension, si: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: table[dimension].digits }).format(
      si / table[dimension].si,
    );
  return {
    name: (dimension) => table[dimension].name,
    figure,
    show: (dimension, si) => terms.units.quantity(figure(dimension, si), table[dimension].name),
    toSi: (dimension, typed) => {
      const value = number(typed);
      return value === null ? null : Math.round(value * table[dimension].si * 1000) / 1000;
    },
    fromSi: (dimension, si) =>
      si === null || si === undefined ? '' : String(Math.round((si / table[dimension].si) * 100) / 100),
    perDistance: (price, meters) =>
      meters < 1000
        ? null
        : terms.units.per(
            money({
              amount: (Number(price.amount) / (meters / table.distance.si)).toFixed(decimals(price)),
              currency: price.currency,
            }),
            table.distance.name,
          ),
  };
}

export function useUnits(): Units {
  return unitsOf(usePreferences().units);
}

/** A typed number, null when it is none. Commas between thousands are accepted. */
export function number(typed: string): number | null {
  const text = typed.replace(/,/g, '').trim();
  if (!/^\d+(\.\d+)?$/.test(text)) return null;
  return Number(text);
}

/** With how many decimals the server has written an amount. */
export const decimals = ({ amount }: Money): number => amount.split('.')[1]?.length ?? 0;

/** With how many decimals the browser writes a currency. For a few, such as the forint, that is fewer than the server writes. */
export const usualDecimals = (currency: string): number =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
  2;

/** An amount that was calculated in the portal. */
export const estimate = (value: number, currency: string): Money => ({
  amount: value.toFixed(usualDecimals(currency)),
  currency,
});

export function money(value: Money): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: value.currency,
    currencyDisplay: 'code',
    minimumFractionDigits: decimals(value),
    maximumFractionDigits: decimals(value),
  })
    .format(Number(value.amount))
    .replace(/\u00a0/g, ' ');
}

/** Those parts of a capacity or a cargo that are given, in the reader's units. */
export function capacityParts(capacity: Capacity, units: Units): string[] {
  const parts: string[] = [];
  if (capacity.weightKilograms != null) parts.push(units.show('weight', capacity.weightKilograms));
  if (capacity.volumeCubicMeters != null) parts.push(units.show('volume', capacity.volumeCubicMeters));
  if (capacity.loadingMeters != null) {
    parts.push(terms.units.loadingLength(units.show('length', capacity.loadingMeters)));
  }
  if (capacity.pieces != null) parts.push(terms.units.pieces(capacity.pieces));
  if (capacity.seats != null) parts.push(terms.units.seats(capacity.seats));
  return parts;
}
