// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answeredUnder, asOwn, unlessOwn } from '../src/api/own';

const read = vi.fn();
let answer: (correlationId?: string) => void;
let refuse: () => void;

/** A command that was sent and is not answered yet. */
function sent(): Promise<unknown> {
  return asOwn(
    () =>
      new Promise<void>((resolve, reject) => {
        answer = (id) => {
          answeredUnder(id ?? null);
          resolve();
        };
        refuse = () => reject(new Error('refused'));
      }),
  ).catch(() => undefined);
}

beforeEach(() => {
  vi.useFakeTimers();
  read.mockClear();
});

afterEach(() => {
  vi.useRealTimers();
});

test('what a command did is not read again, whether the feed or the answer was first', async () => {
  const first = sent();
  unlessOwn('id-1', read);
  answer('id-1');
  await first;
  unlessOwn('id-1', read);
  vi.runAllTimers();
  expect(read).not.toHaveBeenCalled();
});

test('what the same person does elsewhere is read at once', async () => {
  const command = sent();
  answer('id-2');
  await command;
  unlessOwn('id-3', read);
  expect(read).toHaveBeenCalledTimes(1);
});

test('what was told while a command was under way that failed is read then', async () => {
  const command = sent();
  unlessOwn('id-4', read);
  answeredUnder('id-4');
  refuse();
  await command;
  expect(read).toHaveBeenCalledTimes(1);
  unlessOwn('id-4', read);
  expect(read).toHaveBeenCalledTimes(2);
});

test('of two commands the one that succeeds reads what was told during both', async () => {
  const first = sent();
  const refuseFirst = refuse;
  const second = sent();
  unlessOwn('id-5', read);
  refuseFirst();
  await first;
  answer('id-5');
  await second;
  vi.runAllTimers();
  expect(read).not.toHaveBeenCalled();
});

test('a command that nobody answers for long holds nothing back', async () => {
  const command = sent();
  unlessOwn('id-6', read);
  vi.advanceTimersByTime(3000);
  expect(read).toHaveBeenCalledTimes(1);
  answer();
  await command;
  expect(read).toHaveBeenCalledTimes(1);
});

test('an answer outside of a command says nothing of what is read', () => {
  answeredUnder('id-7');
  unlessOwn('id-7', read);
  expect(read).toHaveBeenCalledTimes(1);
});
