/** A device's store for tests: what the real one does, in memory, and full when told so. */
type Row = Record<string, unknown> & { order?: number; id?: string };

export function memoryStore() {
  const stores: Record<string, Row[]> = { actions: [], positions: [], readings: [] };
  let next = 1;
  const keyOf = (row: Row) => row.order ?? row.id;
  const copy = <T>(rows: T[]): T[] => rows.map((row) => ({ ...row }));
  const of = (name: string) => (stores[name] ??= []);
  return {
    clear: () => Object.values(stores).forEach((rows) => rows.splice(0)),
    all: async (name: string) => copy(of(name)),
    some: async (name: string, index: string, value: string, most: number) =>
      copy(
        of(name)
          .filter((row) => row[index] === value)
          .slice(0, most),
      ),
    values: async (name: string, index: string) => [...new Set(of(name).map((row) => row[index] as string))],
    put: async (name: string, value: Row) => {
      const row = { ...value };
      if (name !== 'readings') row.order ??= next++;
      const at = of(name).findIndex((one) => keyOf(one) === keyOf(row));
      if (at >= 0) of(name)[at] = row;
      else of(name).push(row);
      return keyOf(row);
    },
    remove: async (name: string, keys: unknown[]) => {
      stores[name] = of(name).filter((row) => !keys.includes(keyOf(row)));
    },
    empty: async (name: string) => void of(name).splice(0),
    askToPersist: () => undefined,
    underLock: async <T>(_: string, work: () => Promise<T>) => work(),
  };
}
