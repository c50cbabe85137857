import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

function sources(path: string): string[] {
  return readdirSync(path).flatMap((name) => {
    const at = join(path, name);
    return statSync(at).isDirectory() ? sources(at) : /\.tsx?$/.test(name) ? [at] : [];
  });
}

const path = (file: string) => file.replaceAll('\\', '/');
const all = sources('src').map(path);
const catalogues = all.filter((file) => readFileSync(file, 'utf8').includes(' = translated('));

test('a catalogue is called as its file, so that another language is found beside it', () => {
  const called = catalogues.map((file) => /translated\('([^']+)'/.exec(readFileSync(file, 'utf8'))?.[1]);
  expect(called).toEqual(catalogues.map((file) => file.slice('src/'.length, -'.ts'.length)));
  expect(called).toContain('words/terms');
  expect(called).toContain('features/loads/words');
});

test('a feature speaks with its own words and the shared ones', () => {
  const crossings = all
    .filter((file) => file.startsWith('src/features/'))
    .flatMap((file) => {
      const own = resolve(file.split('/').slice(0, 3).join('/'));
      return [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+|@\/features\/[^']+)'/g)]
        .map(([, from]) =>
          from!.startsWith('@') ? resolve('src', from!.slice(2)) : resolve(dirname(file), from!),
        )
        .filter((from) => !from.startsWith(`${own}/`) && !from.startsWith(`${own}\\`))
        .map((from) => `${file}: ${path(relative('.', from))}`);
    });
  expect(crossings).toEqual([]);
});

test('no catalogue is longer than 400 lines', () => {
  expect(catalogues.filter((file) => readFileSync(file, 'utf8').split('\n').length > 400)).toEqual([]);
});

test('a file of another language has an English one beside it', () => {
  const alone = all.filter((file) => /\.[a-z]{2}\.ts$/.test(file) && !existsSync(`${file.slice(0, -6)}.ts`));
  expect(alone).toEqual([]);
});
