/**
 * Coordinates as people paste them: decimal degrees, degrees with minutes and seconds, letters before or after, a `geo:` address, and links of the usual
 * maps. What was understood is shown in words before it is used; text that can be read in two ways is not guessed at.
 */

export interface Point {
  latitude: number;
  longitude: number;
}

export type Understood =
  | { kind: 'point'; point: Point; swapped: boolean }
  /** Two numbers that are no place on Earth. */
  | { kind: 'outside' }
  /** A link that has no coordinates in it, such as a shortened one. */
  | { kind: 'link' };

const longest = 2000;
const number = String.raw`[+-]?\d{1,3}(?:\.\d+)?`;
const below = String.raw`\d{1,2}(?:\.\d+)?`;
const angle = String.raw`(${number})\s*°?\s*(?:(${below})\s*'?\s*(?:(${below})\s*(?:"|'')?)?)?`;
const withDegreeSign = angle.replace('°?', '°');
const between = String.raw`\s*[,;/]?\s*`;
const pair = String.raw`(${number})\s*(?:[,;~]|\s)\s*(${number})`;

const plain = new RegExp(`^${pair}$`);
const commas = new RegExp(String.raw`^([+-]?\d{1,3},\d+)(?:\s*;\s*|,\s+|\s+)([+-]?\d{1,3},\d+)$`);
const lettersBehind = new RegExp(`^${angle}\\s*([NSEW])${between}${angle}\\s*([NSEW])$`);
const lettersBefore = new RegExp(`^([NSEW])\\s*${angle}${between}([NSEW])\\s*${angle}$`);
const degreeSigns = new RegExp(`^${withDegreeSign}${between}${withDegreeSign}$`);

/** Null where the text is no attempt at coordinates at all. */
export function understand(typed: string): Understood | null {
  const text = typed.trim();
  if (text.length > longest) return null;
  if (/^geo:/i.test(text)) return ofGeo(text);
  if (/^https?:\/\//i.test(text)) return ofLink(text);
  return ofText(text);
}

/** The coordinates as they are shown to people: 41.88° N, 87.63° W. */
export function degrees({ latitude, longitude }: Point): string {
  const part = (value: number, letters: string) =>
    `${Number(Math.abs(value).toFixed(5))}° ${letters[value < 0 ? 1 : 0]}`;
  return `${part(latitude, 'NS')}, ${part(longitude, 'EW')}`;
}

/** Rounded to about a tenth of a metre, which is finer than any map or receiver. */
export function rounded({ latitude, longitude }: Point): Point {
  const six = (value: number) => Number(value.toFixed(6));
  return { latitude: six(latitude), longitude: six(longitude) };
}

function found(first: number, second: number, ordered: boolean): Understood {
  if (Math.abs(first) <= 90 && Math.abs(second) <= 180) {
    return { kind: 'point', point: rounded({ latitude: first, longitude: second }), swapped: false };
  }
  return !ordered && Math.abs(second) <= 90 && Math.abs(first) <= 180
    ? { kind: 'point', point: rounded({ latitude: second, longitude: first }), swapped: true }
    : { kind: 'outside' };
}

function ofText(typed: string): Understood | null {
  const text = typed
    .toUpperCase()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\u2018\u2019\u2032]/g, "'")
    .replace(/[\u201c\u201d\u2033]/g, '"')
    .replace(/\u00ba/g, '°')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/^[([]\s*|\s*[)\]]$/g, '')
    .trim();
  const comma = commas.exec(text);
  if (comma) return found(decimal(comma[1]!), decimal(comma[2]!), false);
  const two = plain.exec(text);
  // Two bare whole numbers may be anything. A comma, a fraction or a sign shows that coordinates are meant.
  if (two) return /[.,;+-]/.test(text) ? found(Number(two[1]), Number(two[2]), false) : null;
  const points = text.replace(/(\d),(\d+)(?=\s*[°'"NSEW])/g, '$1.$2');
  const behind = lettersBehind.exec(points);
  if (behind) {
    const [, d, m, s, letter, d2, m2, s2, letter2] = behind;
    return lettered(angleOf(d, m, s), letter!, angleOf(d2, m2, s2), letter2!);
  }
  const before = lettersBefore.exec(points);
  if (before) {
    const [, letter, d, m, s, letter2, d2, m2, s2] = before;
    return lettered(angleOf(d, m, s), letter!, angleOf(d2, m2, s2), letter2!);
  }
  const signs = degreeSigns.exec(points);
  if (signs) {
    const [, d, m, s, d2, m2, s2] = signs;
    return found(angleOf(d, m, s), angleOf(d2, m2, s2), false);
  }
  return null;
}

function decimal(text: string): number {
  return Number(text.replace(',', '.'));
}

/** NaN where the minutes or seconds are not possible, so that the result counts as outside. */
function angleOf(degree = '', minute?: string, second?: string): number {
  const whole = Number(degree);
  const parts = [minute, second].map((part) => Number(part ?? 0));
  const odd =
    parts.some((part) => part >= 60) ||
    (minute !== undefined && degree.includes('.')) ||
    (second !== undefined && minute!.includes('.'));
  const size = Math.abs(whole) + parts[0]! / 60 + parts[1]! / 3600;
  return odd ? Number.NaN : degree.startsWith('-') ? -size : size;
}

function lettered(first: number, letter: string, second: number, letter2: string): Understood {
  const north = (each: string) => each === 'N' || each === 'S';
  if (north(letter) === north(letter2) || first < 0 || second < 0) return { kind: 'outside' };
  const signed = (value: number, each: string) => (each === 'S' || each === 'W' ? -value : value);
  return north(letter)
    ? found(signed(first, letter), signed(second, letter2), true)
    : found(signed(second, letter2), signed(first, letter), true);
}

/** An address of RFC 5870, which phones extend by a `q`. */
function ofGeo(text: string): Understood {
  const q = /[?&]q=([^&(]+)/i.exec(text)?.[1];
  const head = new RegExp(`^geo:(${number}),(${number})`, 'i').exec(text);
  const own = head && found(Number(head[1]), Number(head[2]), true);
  const asked = q && ofText(decodedOr(q));
  const nowhere = head && Number(head[1]) === 0 && Number(head[2]) === 0;
  return (nowhere && asked) || own || { kind: 'outside' };
}

const pairInLink = new RegExp(`^(?:loc:)?\\s*${pair}`);

function ofLink(text: string): Understood {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return { kind: 'link' };
  }
  const asked = (names: string[]) =>
    names.map((name) => pairInLink.exec(url.searchParams.get(name) ?? '')).find((match) => match !== null);
  const both = (latitude: string, longitude: string) => {
    const values = [url.searchParams.get(latitude), url.searchParams.get(longitude)];
    return values.every((value) => value && /^[+-]?\d/.test(value)) ? ['', ...values] : null;
  };
  const whole = decodedOr(text);
  const match =
    // the place itself comes before the middle of the map's view
    new RegExp(`!3d(${number})!4d(${number})`).exec(whole) ??
    both('mlat', 'mlon') ??
    asked(['q', 'query', 'destination', 'daddr', 'coordinate', 'll', 'center', 'cp', 'sll']) ??
    both('lat', 'lon') ??
    both('lat', 'lng') ??
    new RegExp(`@(${number}),(${number})`).exec(whole) ??
    new RegExp(`#map=[\\d.]+/(${number})/(${number})`).exec(whole);
  return match ? found(Number(match[1]), Number(match[2]), true) : { kind: 'link' };
}

function decodedOr(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}
