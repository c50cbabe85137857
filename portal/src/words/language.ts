/**
 * The language of the portal. English stands in the code: each catalogue comes with the screen that needs it. The same catalogue in another language is a
 * file beside it, for example `words.de.ts` beside `words.ts`, whose default export has the type `Words` of the English one. All files of the chosen language
 * are loaded before any catalogue is asked for, so words may stand in constants, too. English needs no loading.
 */

const files = import.meta.glob<{ default: object }>('/src/**/*.??.ts');

/** Not a real language: English in brackets and with accents. It shows which texts do not come from a catalogue. */
const pseudo = 'qps';
const there = new Set(['en', pseudo, ...Object.keys(files).map((path) => path.slice(-5, -3))]);
const key = 'lanerunner.language';

function wanted(): readonly string[] {
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem(key);
  } catch {
    // Where the browser lets the page keep nothing, its own language is used.
  }
  return chosen ? [chosen, ...navigator.languages] : navigator.languages;
}

const tag = wanted().find((each) => there.has(short(each))) ?? 'en';
const language = short(tag);

function short(each: string): string {
  return each.split('-')[0]!;
}

/** The locale for figures and times. The portal's English is American. */
export const locale = language === 'en' || language === pseudo ? 'en-US' : tag;

/** Keeps the account's language for the person's next start; null means the device's language. */
export function keepLanguage(chosen: string | null): void {
  if (language === pseudo) return;
  try {
    if (chosen) localStorage.setItem(key, chosen);
    else localStorage.removeItem(key);
  } catch {
    // It could not be kept, so the account is asked again after the next start.
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

/** The catalogue in the language that is spoken. Its name is its path in the sources. One that nobody has translated yet stays English. */
export function translated<Words extends object>(name: string, english: Words): Words {
  return spoken ? (spoken(name, english) as Words) : english;
}
