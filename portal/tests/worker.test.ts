import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';

/* The service worker as it is written, with a network and a store of its own. */

const files = ['/index.html', '/assets/index-1.js'];
type Handler = (event: Record<string, unknown>) => void;

class FakeCache {
  rows = new Map<string, Response>();
  match = async (path: string) => this.rows.get(path)?.clone();
  put = async (path: string, answer: Response) => void this.rows.set(path, answer);
}

let stores: Map<string, FakeCache>;
let online: boolean;
let asked: string[];

const caches = {
  open: async (name: string) => stores.get(name) ?? stores.set(name, new FakeCache()).get(name)!,
  keys: async () => [...stores.keys()],
  delete: async (name: string) => stores.delete(name),
  match: async (path: string) => {
    for (const store of stores.values()) if (store.rows.has(path)) return store.match(path);
    return undefined;
  },
};

async function network(request: string | { url: string }): Promise<Response> {
  const path = typeof request === 'string' ? request : new URL(request.url).pathname;
  if (!online) throw new TypeError('offline');
  asked.push(path);
  return new Response(`new ${path}`, { status: path === '/busy' ? 503 : 200 });
}

function worker(version: string, list = files) {
  const handlers: Record<string, Handler> = {};
  const self = {
    location: { origin: 'https://here' },
    addEventListener: (name: string, handler: Handler) => (handlers[name] = handler),
    skipWaiting: () => undefined,
    clients: { claim: () => undefined },
  };
  const source = readFileSync('src/device/sw.js', 'utf8')
    .replace('__VERSION__', version)
    .replace('__FILES__', JSON.stringify(list));
  new Function('self', 'caches', 'fetch', source)(self, caches, network);
  const wait = async (name: string) => {
    let done: unknown;
    handlers[name]!({ waitUntil: (promise: unknown) => (done = promise) });
    await done;
  };
  return {
    install: async () => {
      await wait('install');
      await wait('activate');
    },
    /** What the page gets; null where the worker leaves it to the browser. */
    get: async (path: string, mode = 'cors', method = 'GET'): Promise<string | null> => {
      let answer: Promise<Response> | null = null;
      handlers.fetch!({
        request: { url: `https://here${path}`, mode, method },
        respondWith: (promise: Promise<Response>) => (answer = promise),
      });
      return answer === null ? null : (await (answer as Promise<Response>)).text();
    },
  };
}

beforeEach(() => {
  stores = new Map();
  online = true;
  asked = [];
});

test('without a connection every screen is the start page of this version', async () => {
  const one = worker('1');
  await one.install();
  expect(await one.get('/bookings/7', 'navigate')).toBe('new /bookings/7');
  expect(await one.get('/busy', 'navigate')).toBe('new /index.html');
  online = false;
  expect(await one.get('/', 'navigate')).toBe('new /index.html');
  expect(await one.get('/bookings/7?tab=x', 'navigate')).toBe('new /index.html');
  expect(await one.get('/assets/index-1.js')).toBe('new /assets/index-1.js');
});

test('what is the API’s, the live feed’s or the operator’s never passes the worker, nor does what changes something', async () => {
  const one = worker('1');
  for (const path of ['/api/me', '/ws/live', '/trust', '/health', '/api', '/docs/x']) {
    expect(await one.get(path, 'navigate'), path).toBeNull();
    expect(await one.get(path), path).toBeNull();
  }
  expect(await one.get('/sign-in', 'navigate', 'POST')).toBeNull();
  expect(await one.get('/apis', 'navigate')).toBe('new /apis');
});

test('a newer version leaves open pages the files of theirs, asks for none twice, and forgets older ones', async () => {
  await worker('1').install();
  asked = [];
  const two = worker('2', ['/index.html', '/assets/index-1.js', '/assets/other-2.js']);
  await two.install();
  expect(asked.sort()).toEqual(['/assets/other-2.js', '/index.html']);
  expect(await caches.keys()).toEqual(['lanerunner-1', 'lanerunner-2']);
  const three = worker('3', ['/index.html', '/assets/index-3.js']);
  await three.install();
  expect(await caches.keys()).toEqual(['lanerunner-2', 'lanerunner-3']);
  online = false;
  expect(await three.get('/assets/other-2.js')).toBe('new /assets/other-2.js');
});

test('the map’s files are kept once they were shown', async () => {
  const one = worker('1');
  await one.install();
  expect(await one.get('/assets/MapCanvas-9.js')).toBe('new /assets/MapCanvas-9.js');
  await new Promise((turn) => setTimeout(turn));
  online = false;
  expect(await one.get('/assets/MapCanvas-9.js')).toBe('new /assets/MapCanvas-9.js');
});
