/**
 * In which language the portal speaks. English stands in the code: each catalogue comes with the screen that needs it. The same catalogue in another language is a
 * file beside it, `words.de.ts` beside `words.ts`, whose default export has the type `Words` of the English one. All files of the chosen language are there before
 * any catalogue is asked for, so words may stand in constants, too. With English nothing is waited for.
 */

const files = import.meta.glob<{ default: object }>('/src/**/*.??.ts');

/** Not a language: English in brackets and with accents, which shows what is not taken from a catalogue. */
const pseudo = 'qps';
const there = new Set(['en', pseudo, ...Object.keys(files).map((path) => path.slice(-5, -3))]);
const key = 'lanerunner.language';

function wanted(): readonly string[] {
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem(key);
  } catch {
    // Who lets the page keep nothing has the browser's language.
  }
  return chosen ? [chosen, ...navigator.languages] : navigator.languages;
}

const tag = wanted().find((each) => there.has(short(each))) ?? 'en';
const language = short(tag);

function short(each: string): string {
  return each.split('-')[0]!;
}

/** By which figures and times are written. American English is what the portal's English is. */
export const locale = language === 'en' || language === pseudo ? 'en-US' : tag;

/** Of the same person the next start is in the language that is kept with the account; null is the device's. */
export function keepLanguage(chosen: string | null): void {
  if (language === pseudo) return;
  try {
    if (chosen) localStorage.setItem(key, chosen);
    else localStorage.removeItem(key);
  } catch {
    // It is asked for again after the next start.
  }
}

type Translation = (name: string, english: object) => object;

async function translation(): Promise<Translation> {
  document.documentElement.lang = language;
  if (language === pseudo) {
    const { accented } = await import('./pseudo');
    return (_, english) => accented(english);
  }
  const ending = `.${language}.ts`;
  const catalogues = new Map<string, object>();
  await Promise.all(
    Object.entries(files)
      .filter(([path]) => path.endsWith(ending))
      .map(async ([path, load]) =>
        catalogues.set(path.slice('/src/'.length, -ending.length), (await load()).default),
      ),
  );
  return (name, english) => catalogues.get(name) ?? english;
}

const spoken = language === 'en' ? null : await translation();

/** The catalogue of this name, which is its path in the sources, in the language that is spoken. One that nobody has translated yet stays English. */
export function translated<Words extends object>(name: string, english: Words): Words {
  return spoken ? (spoken(name, english) as Words) : english;
}
