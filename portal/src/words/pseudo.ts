/** English that nobody takes for English: [Ĥöķé]. What is given to a sentence, such as a name, stays as it is. */

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const marked = [...'àƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ'];

export function accented<Words extends object>(words: Words): Words {
  return turned(words, []) as Words;
}

function turned(value: unknown, given: string[]): unknown {
  if (typeof value === 'string') return inBrackets(value, given);
  if (typeof value === 'function') {
    return (...args: unknown[]) => turned(value(...args), args.flatMap(texts));
  }
  if (Array.isArray(value)) return value.map((each) => turned(each, given));
  if (value instanceof Object) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, turned(each, given)]));
  }
  return value;
}

/** Every text in what was given, however deep. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value instanceof Object ? Object.values(value).flatMap(texts) : [];
}

function inBrackets(text: string, given: string[]): string {
  const turned = outside(
    text,
    given.filter(Boolean).sort((one, other) => other.length - one.length),
  );
  return turned === text ? text : `[${turned}]`;
}

/** Accents on all but what was given, the longest of it first. */
function outside(text: string, [first, ...rest]: string[]): string {
  if (first)
    return text
      .split(first)
      .map((part) => outside(part, rest))
      .join(first);
  return text.replace(/[a-z]/gi, (letter) => marked[plain.indexOf(letter)]!);
}
