// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { createElement } from 'react';
import { afterEach, expect, test } from 'vitest';
import { Problem } from '../src/api/problem';
import { useChosen } from '../src/components/useChosen';

afterEach(cleanup);

interface Sent {
  thing: string;
  value: boolean;
  done: () => void;
  refuse: (problem: Problem) => void;
}

/** Two boxes, what the server was sent, and what it keeps. */
function boxes(kept: Record<string, boolean>) {
  const sent: Sent[] = [];
  function Boxes({ kept }: { kept: Record<string, boolean> }) {
    const { choose, shown, refused } = useChosen<boolean>(
      (thing, value) =>
        new Promise((resolve, reject) => {
          sent.push({ thing, value, done: () => resolve(null), refuse: reject });
        }),
    );
    return createElement(
      'div',
      null,
      refused?.title,
      Object.entries(kept).map(([thing, value]) =>
        createElement('input', {
          key: thing,
          type: 'checkbox',
          'aria-label': thing,
          checked: shown(thing, value),
          onChange: (event: { target: HTMLInputElement }) => choose(thing, event.target.checked),
        }),
      ),
    );
  }
  const page = render(createElement(Boxes, { kept }));
  return {
    sent,
    box: (thing: string) => page.getByLabelText(thing) as HTMLInputElement,
    text: () => page.container.textContent,
    reads: (now: Record<string, boolean>) => page.rerender(createElement(Boxes, { kept: now })),
  };
}

/** Until everything that was put off is done. */
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

test('what was pressed shows in the same moment, and stays until what is kept was read', async () => {
  const page = boxes({ one: false });
  page.box('one').click();
  expect(page.box('one').checked).toBe(true);
  await settled();
  expect(page.box('one').checked).toBe(true);
  page.reads({ one: true });
  page.sent[0]!.done();
  await settled();
  expect(page.box('one').checked).toBe(true);
  page.reads({ one: false });
  expect(page.box('one').checked).toBe(false);
});

test('pressing another takes nothing back', async () => {
  const page = boxes({ one: false, two: false });
  fireEvent.click(page.box('one'));
  fireEvent.click(page.box('two'));
  await settled();
  expect(page.sent.map(({ thing }) => thing)).toEqual(['one', 'two']);
  page.sent[1]!.done();
  page.reads({ one: false, two: true });
  await settled();
  expect([page.box('one').checked, page.box('two').checked]).toEqual([true, true]);
});

test('what was pressed twice is sent in its order, and the last one counts', async () => {
  const page = boxes({ one: false });
  fireEvent.click(page.box('one'));
  fireEvent.click(page.box('one'));
  await settled();
  expect(page.sent.map(({ value }) => value)).toEqual([true]);
  page.sent[0]!.done();
  page.reads({ one: true });
  await settled();
  expect(page.box('one').checked).toBe(false);
  expect(page.sent.map(({ value }) => value)).toEqual([true, false]);
});

test('what is refused falls back, and says why until the next', async () => {
  const page = boxes({ one: false });
  fireEvent.click(page.box('one'));
  await settled();
  page.sent[0]!.refuse(new Problem(409, 'notices/essential', 'Not this one', '', null));
  await settled();
  expect(page.box('one').checked).toBe(false);
  expect(page.text()).toContain('Not this one');
  fireEvent.click(page.box('one'));
  expect(page.text()).toBe('');
});
