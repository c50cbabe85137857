import react from '@vitejs/plugin-react';
import tailwindcss from '@tailwindcss/vite';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const server = process.env.LANERUNNER_URL ?? 'http://127.0.0.1:8080';

/** The map's part of the bundle is large and not needed to drive: the service worker keeps it once it was shown. */
const map = /^(MapCanvas|maplibre|countries|states|cities)/;

/** All catalogues of a language other than English are one chunk: `words.de.ts` and its like. */
function language(module: string): string | null {
  const [, code] = /\/src\/.*\.([a-z]{2})\.ts$/.exec(module) ?? [];
  return code ? `language-${code}` : null;
}

/** All but the entry itself, by whose page the build's manifest knows it. */
const beside = (module: string) => !/(index\.html|main\.tsx)$/.test(module);

/** Writes the service worker, which knows the files of this build and is another for each other build. */
function serviceWorker() {
  return {
    name: 'service-worker',
    apply: 'build' as const,
    closeBundle() {
      const assets = readdirSync('dist/assets').filter((name) => !map.test(name));
      const files = [
        '/index.html',
        '/manifest.webmanifest',
        ...assets.map((name) => `/assets/${name}`),
      ].sort();
      const source = readFileSync('src/device/sw.js', 'utf8');
      const hash = createHash('sha256').update(source);
      for (const file of files) hash.update(file).update(readFileSync(`dist${file}`));
      const worker = source
        .replace('__VERSION__', hash.digest('hex').slice(0, 16))
        .replace('__FILES__', JSON.stringify(files, null, 1));
      writeFileSync('dist/sw.js', worker);
    },
  };
}

export default defineConfig({
  plugins: [react(), tailwindcss(), serviceWorker()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'dist',
    assetsDir: 'assets',
    target: 'es2023',
    manifest: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // What every screen stands on comes in one piece, not in as many as there are ways to share its modules.
        codeSplitting: { groups: [{ name: language }, { name: 'portal', tags: ['$initial'], test: beside }] },
      },
    },
  },
  server: {
    port: Number(process.env.LANERUNNER_PORTAL_PORT ?? 5173),
    proxy: {
      '/api': { target: server },
      '/ws': { target: server, ws: true },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['tests/**/*.test.{ts,tsx}'],
    // A machine that builds other things besides is slow; nothing waits for time by itself.
    testTimeout: 30_000,
    // What computes is tried without a browser; how it shows and what only browsers have, the browser tests try.
    coverage: {
      provider: 'v8',
      include: ['src/{api,device,components,shell,features}/**/*.ts'],
      exclude: [
        '**/*.tsx',
        // Words and types.
        '**/words/**',
        '**/words.ts',
        'src/api/{schema.d,types}.ts',
        // Declarations that another file carries out.
        'src/features/*/{screens,queries,palette,statuses}.ts',
        // A browser's own: its database, its map, its authenticator.
        'src/device/store.ts',
        'src/components/map/**',
        'src/api/passkeys.ts',
      ],
      reporter: ['text-summary', ['text', { file: 'coverage.txt' }]],
      reportsDirectory: 'target/coverage',
      thresholds: { lines: 80 },
    },
  },
});
