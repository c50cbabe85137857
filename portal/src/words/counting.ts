/** How English counts and lists. It is for the English catalogues alone; another language does it in its own way, in a file beside this one. */

const plural = new Intl.PluralRules('en');

export const count = (n: number, one: string, other: string): string =>
  plural.select(n) === 'one' ? one : other;

export const and = new Intl.ListFormat('en', { style: 'long', type: 'conjunction' });

/** A length of time in words, no more exact than is useful: 25 min, 3 h 10 min, 30 h, 3 days. */
export function howLong(minutes: number): string {
  if (minutes < 1) return 'less than a minute';
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours < 12) return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
