import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/*
 * Browser tests against a running server.
 *
 *   LANERUNNER_URL             the portal's address (required)
 *   LANERUNNER_SECURE_URL      the same over HTTPS; without it what needs it is left out
 *   LANERUNNER_ADMIN_LINK      the administrator's one-time link, or else
 *   LANERUNNER_ADMIN_EMAIL, LANERUNNER_ADMIN_PASSWORD
 *   LANERUNNER_CHROMIUM        a Chromium; else the one in /usr/bin, without a window’s parts where it is there
 *   LANERUNNER_SHOTS           where screenshots are kept; else target/screens
 *   LANERUNNER_TRACE           anything: a failure leaves a trace of its steps, too
 *
 * `verify` is what every build runs, `all` the whole matrix.
 */
const chromium = [
  process.env.LANERUNNER_CHROMIUM,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
].find((path) => path && existsSync(path));
if (!chromium) throw new Error('No Chromium was found; set LANERUNNER_CHROMIUM.');
if (!process.env.LANERUNNER_URL) throw new Error('Set LANERUNNER_URL to the address of a running portal.');

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/e2e',
  reporter: [['list'], ['json', { outputFile: 'target/e2e/report.json' }]],
  // No measure of speed: so long that what has not come by then is broken, also on a machine with other work.
  timeout: 600_000,
  expect: { timeout: 90_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: process.env.LANERUNNER_URL,
    locale: 'en-US',
    timezoneId: 'America/Chicago',
    actionTimeout: 90_000,
    // Answers that a test makes up would pass by a service worker; what is about it allows it.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    // A failure leaves a picture and what the page held; a trace of every step costs each test a sixth of its time.
    trace: process.env.LANERUNNER_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: chromium,
      // Maps need WebGL; all else is drawn without it, since GL in software takes more of a small machine than everything else together.
      args: ['--no-sandbox', '--enable-unsafe-swiftshader', '--disable-gpu-compositing'],
    },
  },
  projects: [
    { name: 'verify', grepInvert: /@all/ },
    { name: 'all', grepInvert: /@verify/ },
  ],
});
