/** English that nobody takes for English: [Ĥöķé]. Values that are put into a sentence, such as a name, stay as they are. */

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

/** Every text in a value, however deep. */
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

/** Puts accents on everything except the values that were put in, the longest of them first. */
function outside(text: string, [first, ...rest]: string[]): string {
  if (first)
    return text
      .split(first)
      .map((part) => outside(part, rest))
      .join(first);
  return text.replace(/[a-z]/gi, (letter) => marked[plain.indexOf(letter)]!);
}
