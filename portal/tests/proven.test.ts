import { beforeEach, expect, test, vi } from 'vitest';
import { proof } from '@/api/proof';
import { reading } from '@/api/reading';

beforeEach(() => {
  sessionStorage.clear();
  vi.spyOn(location, 'assign').mockImplementation(() => undefined);
  return () => vi.restoreAllMocks();
});

test('of several that are refused at once one asks, and all have its answer', async () => {
  const ask = vi.fn(() => Promise.resolve(true));
  const away = proof.by(ask);
  expect(await Promise.all([proof.ask(), proof.ask()])).toEqual([true, true]);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(await proof.ask()).toBe(true);
  expect(ask).toHaveBeenCalledTimes(2);
  away();
  expect(await proof.ask()).toBe(false);
});

test('an administrator reads with the token that was opened for it, until it is over', () => {
  expect(reading.isOn()).toBe(false);
  reading.enter({ accessToken: 'theirs', expiresIn: 60 }, '/admin/people/p1');
  expect(location.assign).toHaveBeenLastCalledWith('/');
  expect(reading.token()).toBe('theirs');
  expect(reading.token('theirs')).toBeNull();
  expect(location.assign).toHaveBeenLastCalledWith('/admin/people/p1');
  expect(reading.isOn()).toBe(false);
});

test('it is over when its time is', () => {
  reading.enter({ accessToken: 'theirs', expiresIn: -1 }, '/admin/people');
  expect(reading.token()).toBeNull();
  expect(reading.isOn()).toBe(false);
  reading.leave();
  expect(location.assign).toHaveBeenCalledTimes(2);
});
