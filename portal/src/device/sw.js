/*
 * The portal without a connection: its start page for every screen, and its files. The build writes the list of files, each with a hash of its content in its name, and
 * the version made of them. Nothing of the API goes through here, and none of its answers is kept.
 *
 * A new version is installed beside the one before, whose files stay for the pages that are still open; the one before that goes.
 */
const version = '__VERSION__';
const files = __FILES__;

const prefix = 'lanerunner-';
const own = prefix + version;
const start = '/index.html';
const others = /^\/(api|ws|trust|health|live|ready|metrics|version|openapi|docs|\.well-known)(\/|$)/;
const isFile = /\.[A-Za-z0-9]{1,12}$/;
const patienceMillis = 5000;

self.addEventListener('install', (event) => {
  event.waitUntil(install().then(() => self.skipWaiting()));
});

/** A file that an earlier version brought is not asked for again. */
async function install() {
  const cache = await caches.open(own);
  await Promise.all(
    files.map(async (path) => {
      const hashed = path.startsWith('/assets/');
      const before = hashed && (await caches.match(path));
      const answer = before || (await fetch(path, { cache: hashed ? 'default' : 'no-cache' }));
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      await cache.put(path, answer);
    }),
  );
}

self.addEventListener('activate', (event) => {
  event.waitUntil(tidy().then(() => self.clients.claim()));
});

async function tidy() {
  // In the order in which they were made.
  const versions = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== own);
  await Promise.all(versions.slice(0, -1).map((name) => caches.delete(name)));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || others.test(pathname)) return;
  if (request.mode === 'navigate') {
    if (pathname === start || !isFile.test(pathname)) event.respondWith(screen(request));
  } else if (pathname.startsWith('/assets/') || files.includes(pathname)) {
    event.respondWith(file(request, pathname));
  }
});

/** The newest start page where the server answers in time, else the one of this version, whose files are here. */
async function screen(request) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patienceMillis) });
    if (answer.status < 500) return answer;
  } catch {
    // No connection, or too slow a one.
  }
  return (await (await caches.open(own)).match(start)) ?? Response.error();
}

/** Files never change under their names; what is not of this version (the map) is kept when it is first shown. */
async function file(request, pathname) {
  const kept = await caches.match(pathname);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && answer.status === 200 && pathname.startsWith('/assets/')) {
    const copy = answer.clone();
    // A full store costs the copy only.
    void caches
      .open(own)
      .then((cache) => cache.put(pathname, copy))
      .catch(() => undefined);
  }
  return answer;
}
