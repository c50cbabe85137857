// Runs the browser tests against LANERUNNER_URL: `node scripts/e2e.mjs verify|all [playwright's arguments]`.
// Where no Chromium is found they are skipped with a notice; in CI (CI=true) that is a failure.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

const [project = 'verify', ...rest] = process.argv.slice(2);
const candidates = [
  process.env.LANERUNNER_CHROMIUM,
  // Without a window's parts, so quicker.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const chromium = candidates.find((path) => path && existsSync(path));

if (!chromium) {
  const notice = 'No Chromium was found (set LANERUNNER_CHROMIUM to one).';
  if (process.env.CI === 'true') {
    console.error(`${notice} CI does not pass without the browser tests.`);
    process.exit(1);
  }
  console.log(`${notice} THE BROWSER TESTS WERE SKIPPED.`);
  process.exit(0);
}
if (!process.env.LANERUNNER_URL) {
  console.error('Set LANERUNNER_URL to the address of a running portal.');
  process.exit(1);
}

const run = spawnSync('npx', ['playwright', 'test', `--project=${project}`, ...rest], {
  stdio: 'inherit',
  env: { ...process.env, LANERUNNER_CHROMIUM: chromium },
  shell: process.platform === 'win32',
});
process.exit(run.status ?? 1);
