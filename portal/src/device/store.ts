import { Problem } from '@/api/problem';
import { phone } from '@/words/phone';

/**
 * What this device keeps, in an IndexedDB database of the portal's own: a driver's reports, positions on their way, and what was read for the road. Each row
 * says whom it belongs to. When the promise of a write is fulfilled, the write is stored for good. A full store is a problem of its own, which is reported
 * and never ignored.
 */
export type StoreName = 'actions' | 'positions' | 'readings';

const databaseName = 'lanerunner';
const version = 1;

let opening: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseName, version);
    request.onupgradeneeded = () => {
      const database = request.result;
      database.createObjectStore('actions', { keyPath: 'order', autoIncrement: true });
      const positions = database.createObjectStore('positions', { keyPath: 'order', autoIncrement: true });
      positions.createIndex('way', 'way');
      database.createObjectStore('readings', { keyPath: 'id' });
    };
    request.onsuccess = () => {
      const database = request.result;
      // The browser may close the database, and a newer version of the portal may need to change it.
      database.onclose = () => (opening = null);
      database.onversionchange = () => {
        database.close();
        opening = null;
      };
      resolve(database);
    };
    request.onerror = () => reject(request.error ?? new Error('no store'));
  }).catch((fault: unknown) => {
    opening = null;
    throw notKept(fault);
  });
  return opening;
}

function notKept(fault: unknown): Problem {
  if (fault instanceof Problem) return fault;
  const full = (fault as { name?: string } | null)?.name === 'QuotaExceededError';
  return full
    ? new Problem(0, 'device/full', phone.device.fullTitle, phone.device.full, null)
    : new Problem(0, 'device/no-store', phone.device.noStoreTitle, phone.device.noStore, null);
}

/** Whether this device could not keep something, because it has no room or no store. */
export function isNotKept(problem: Problem): boolean {
  return problem.slug === 'device/full' || problem.slug === 'device/no-store';
}

async function transact<T>(
  name: StoreName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T> | void,
): Promise<T> {
  const database = await open();
  return new Promise<T>((resolve, reject) => {
    const fail = (fault: unknown) => reject(notKept(fault));
    try {
      const transaction = database.transaction(name, mode);
      const request = work(transaction.objectStore(name));
      transaction.oncomplete = () => resolve((request ? request.result : undefined) as T);
      transaction.onabort = () => fail(transaction.error ?? (request && request.error));
    } catch (fault) {
      fail(fault);
    }
  });
}

/** Everything in a store, in the order in which it was kept. */
export function all<T>(name: StoreName): Promise<T[]> {
  return transact(name, 'readonly', (store) => store.getAll() as IDBRequest<T[]>);
}

/** The first rows whose index has this value, in order. */
export function some<T>(name: StoreName, index: string, value: string, most: number): Promise<T[]> {
  return transact(
    name,
    'readonly',
    (store) => store.index(index).getAll(value, most) as unknown as IDBRequest<T[]>,
  );
}

/** Every value that an index has. */
export async function values(name: StoreName, index: string): Promise<string[]> {
  const found: string[] = [];
  await transact(name, 'readonly', (store) => {
    const cursor = store.index(index).openKeyCursor(null, 'nextunique');
    cursor.onsuccess = () => {
      if (!cursor.result) return;
      found.push(cursor.result.key as string);
      cursor.result.continue();
    };
  });
  return found;
}

/** Adds the value, or replaces the one with its key; returns the key. */
export function put(name: StoreName, value: object): Promise<IDBValidKey> {
  return transact(name, 'readwrite', (store) => store.put(value));
}

export async function remove(name: StoreName, keys: IDBValidKey[]): Promise<void> {
  await transact<undefined>(name, 'readwrite', (store) => keys.forEach((key) => store.delete(key)));
}

export async function empty(name: StoreName): Promise<void> {
  await transact(name, 'readwrite', (store) => store.clear());
}

/** Asks the browser not to delete what is kept when the device runs out of room. The browser decides by itself, so its answer changes nothing here. */
export function askToPersist(): void {
  void navigator.storage?.persist?.().catch(() => false);
}

/** The lock for one tab at a time. Without Web Locks (on an insecure origin) this tab alone takes turns. */
const alone = new Map<string, Promise<unknown>>();

export async function underLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = navigator.locks as LockManager | undefined;
  if (locks) return await locks.request(`lanerunner.${name}`, work);
  const before = alone.get(name) ?? Promise.resolve();
  const mine = before.catch(() => undefined).then(work);
  alone.set(name, mine);
  return mine;
}
