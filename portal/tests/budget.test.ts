import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

/* Read from the build, so it says nothing where none was made. */
const manifestPath = 'dist/.vite/manifest.json';

interface Chunk {
  file: string;
  imports?: string[];
}

function kilobytes(entries: string[], except: string[] = []): number {
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Record<string, Chunk>;
  const collect = (from: string[]): Set<string> => {
    const files = new Set<string>();
    const open = [...from];
    const seen = new Set<string>();
    while (open.length) {
      const name = open.pop()!;
      if (seen.has(name)) continue;
      seen.add(name);
      const chunk = manifest[name];
      if (!chunk) throw new Error(`${name} is not in the build`);
      if (chunk.file.endsWith('.js')) files.add(chunk.file);
      open.push(...(chunk.imports ?? []));
    }
    return files;
  };
  const left = collect(except);
  const bytes = [...collect(entries)]
    .filter((file) => !left.has(file))
    .reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`)).length, 0);
  return bytes / 1024;
}

describe.skipIf(!existsSync(manifestPath))('budgets', () => {
  test('the first screen of an office needs at most 200 KB of script', () => {
    expect(kilobytes(['index.html', 'src/routes/home.tsx', 'src/shell/home/Home.tsx'])).toBeLessThan(200);
  });

  test('the first screen of a driver needs at most 200 KB of script', () => {
    expect(kilobytes(['index.html', 'src/routes/home.tsx', 'src/features/bookings/Today.tsx'])).toBeLessThan(
      200,
    );
  });

  test('the map adds at most 460 KB of script, and only when it is shown', () => {
    expect(kilobytes(['src/components/map/MapCanvas.tsx'], ['index.html'])).toBeLessThan(460);
  });
});
