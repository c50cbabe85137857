// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { attribute, useEdit } from '../src/components/useEdit';
import type { Market } from '../src/components/useMarket';
import { records, useSteadyRows } from '../src/components/useSteadyRows';

interface Row {
  id: string;
  version: number;
}

const row = (id: string, version = 0): Row => ({ id, version });

function market(told: Partial<Market<Row>> = {}): Market<Row> {
  return {
    on: true,
    came: new Set(),
    gone: new Set(),
    fresh: new Map(),
    read: () => Promise.resolve(null),
    ...told,
  };
}

const shown = (
  page: { items: Row[]; next?: string | null },
  told: Market<Row>,
): { page: typeof page; told: Market<Row> } => ({ page, told });

function steady(first: { items: Row[]; next?: string | null }) {
  return renderHook(({ page, told }) => useSteadyRows<Row>(page, 'view', records, told), {
    initialProps: shown(first, market()),
  });
}

test('what came waits, whether the feed told of it or the list was read again, and is counted once', () => {
  const first = { items: [row('5'), row('4')], next: null };
  const hook = steady(first);
  hook.rerender(shown({ items: [row('6'), row('5'), row('4')] }, market({ came: new Set(['6', '7']) })));
  expect(hook.result.current.rows.map(({ id }) => id)).toEqual(['5', '4']);
  expect(hook.result.current.waiting).toBe(2);
});

test('what is gone stays where it is, marked; what newer rows pushed off the page is not gone', () => {
  const hook = steady({ items: [row('5'), row('4'), row('3')], next: '3' });
  hook.rerender(shown({ items: [row('7'), row('6'), row('4', 1)], next: '4' }, market()));
  expect(hook.result.current.rows.map(({ id }) => id)).toEqual(['5', '4', '3']);
  expect([...hook.result.current.marks]).toEqual([
    ['5', 'gone'],
    ['4', 'changed'],
  ]);
});

test('a row that was read by itself is shown in its newer state', () => {
  const first = { items: [row('5'), row('4')], next: null };
  const hook = steady(first);
  hook.rerender(shown(first, market({ fresh: new Map([['4', row('4', 3)]]) })));
  expect(hook.result.current.rows[1]).toEqual(row('4', 3));
  expect(hook.result.current.marks.get('4')).toBe('changed');
});

test('showing what waits begins anew with what was read', async () => {
  const hook = steady({ items: [row('5')], next: null });
  hook.rerender(
    shown({ items: [row('5')] }, market({ came: new Set(['6']), read: () => Promise.resolve([row('6')]) })),
  );
  await act(() => hook.result.current.show());
  expect(hook.result.current.rows.map(({ id }) => id)).toContain('6');
});

interface Thing {
  version: number;
  name: string;
  note: string;
}

type Draft = Omit<Thing, 'version'>;

function edit(thing: Thing, theirs: Thing) {
  return renderHook(
    ({ now }) =>
      useEdit<Thing, Draft>({
        thing: now,
        draftOf: ({ name, note }) => ({ name, note }),
        empty: () => ({ name: '', note: '' }),
        fields: () => [attribute('name', 'Name'), attribute('note', 'Note')],
        read: () => Promise.resolve(theirs),
      }),
    { initialProps: { now: thing } },
  );
}

const stale = { status: 412 } as never;

test('a draft keeps the version it began from, and says that something changed meanwhile', () => {
  const hook = edit({ version: 1, name: 'a', note: 'b' }, { version: 2, name: 'c', note: 'b' });
  act(() => hook.result.current.set({ note: 'mine' }));
  hook.rerender({ now: { version: 2, name: 'c', note: 'b' } });
  expect(hook.result.current.version()).toBe(1);
  expect(hook.result.current.meanwhile).toBe(true);
  expect(hook.result.current.draft).toEqual({ name: 'a', note: 'mine' });
});

test('what both changed has to be chosen, what one changed is chosen already', async () => {
  const hook = edit({ version: 1, name: 'a', note: 'b' }, { version: 2, name: 'theirs', note: 'theirs' });
  act(() => hook.result.current.set({ note: 'mine' }));
  await act(async () =>
    hook.result.current.refused(
      () => undefined,
      () => undefined,
    )(stale),
  );
  expect(hook.result.current.conflict?.differences.map(({ field, chosen }) => [field.name, chosen])).toEqual([
    ['name', 'theirs'],
    ['note', undefined],
  ]);
  act(() => void hook.result.current.resolve({ name: 'theirs', note: 'yours' }));
  expect(hook.result.current.draft).toEqual({ name: 'theirs', note: 'mine' });
  expect(hook.result.current.version()).toBe(2);
});

test('a version that changed nothing of the form sends it again by itself', async () => {
  const hook = edit({ version: 1, name: 'a', note: 'b' }, { version: 4, name: 'a', note: 'b' });
  act(() => hook.result.current.set({ note: 'mine' }));
  const sent: Draft[] = [];
  await act(async () =>
    hook.result.current.refused(
      (draft) => sent.push(draft),
      () => undefined,
    )(stale),
  );
  expect(sent).toEqual([{ name: 'a', note: 'mine' }]);
  expect(hook.result.current.version()).toBe(4);
});
