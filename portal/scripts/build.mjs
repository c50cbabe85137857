// Builds the portal for the WAR, and does nothing where nothing changed: packages are installed anew only for another
// lock file, the bundle is made anew only for other sources. `node scripts/build.mjs test` runs the unit tests instead.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const sources = [
  'src',
  'public',
  'index.html',
  'package.json',
  'vite.config.ts',
  'tsconfig.json',
  '../docs/api/openapi.json',
];
const ignored = new Set(['main', 'schema.d.ts']);

function files(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !(path === 'src' && ignored.has(name)))
    .sort()
    .flatMap((name) => files(join(path, name)));
}

function digest(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths) hash.update(path).update('\0').update(readFileSync(path));
  return hash.digest('hex');
}

function upToDate(stamp, value, proof) {
  return existsSync(proof) && existsSync(stamp) && readFileSync(stamp, 'utf8') === value;
}

function npm(...args) {
  const run = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (run.error) {
    console.error(`The portal needs npm on the PATH (Node 20.19 or later): ${run.error.message}`);
    process.exit(1);
  }
  if (run.status !== 0) process.exit(run.status ?? 1);
}

const lock = digest(['package-lock.json', '.npmrc']);
if (!upToDate('node_modules/.lanerunner-lock', lock, 'node_modules/vite')) {
  console.log('portal: installing packages');
  npm('ci', '--no-audit', '--no-fund');
  writeFileSync('node_modules/.lanerunner-lock', lock);
}

if (process.argv[2] === 'test') {
  npm('run', 'format:check', '--silent');
  npm('test');
} else {
  const built = digest([...sources.flatMap(files), 'package-lock.json']);
  if (upToDate('target/portal-sources', built, 'dist/index.html')) {
    console.log('portal: up to date');
  } else {
    console.log('portal: building');
    npm('run', 'build');
    mkdirSync('target', { recursive: true });
    writeFileSync('target/portal-sources', built);
  }
}
