import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

function sources(path: string): string[] {
  return readdirSync(path).flatMap((name) => {
    const at = join(path, name);
    return statSync(at).isDirectory() ? sources(at) : /\.tsx?$/.test(name) ? [at] : [];
  });
}

test('no feature imports another', () => {
  const crossings = sources('src/features').flatMap((file) => {
    const own = file.split(/[\\/]/)[2];
    return [...readFileSync(file, 'utf8').matchAll(/from '@\/features\/([^/']+)/g)]
      .filter(([, other]) => other !== own)
      .map(([line]) => `${file}: ${line}`);
  });
  expect(crossings).toEqual([]);
});

test('shared parts know no feature', () => {
  const crossings = ['src/shell', 'src/components', 'src/api', 'src/words']
    .flatMap(sources)
    .filter((file) => readFileSync(file, 'utf8').includes("from '@/features"));
  expect(crossings).toEqual([]);
});

// Of roles an organisation has fewer than one page takes.
const ofOnePage = /OrganisationRoles\.tsx$/;

test('every list that is read by pages goes on to the next one', () => {
  const ended = sources('src/features').filter((file) => {
    const text = readFileSync(file, 'utf8');
    if (ofOnePage.test(file)) return false;
    return text.split('rows={page.items}').length > text.split('page.next').length;
  });
  expect(ended).toEqual([]);
});
