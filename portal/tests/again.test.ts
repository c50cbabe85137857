import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { readAgain } from '@/api/again';

const client = new QueryClient();

test('what was being read for the first time when something was done is read once more', async () => {
  let answer: (text: string) => void = () => undefined;
  const read = vi
    .fn<() => Promise<string>>()
    .mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)))
    .mockResolvedValue('after');
  const stop = new QueryObserver(client, { queryKey: ['bookings'], queryFn: read }).subscribe(
    () => undefined,
  );
  void readAgain(client);
  answer('before');
  await vi.waitFor(() => expect(client.getQueryData(['bookings'])).toBe('after'));
  expect(read).toHaveBeenCalledTimes(2);
  stop();
});
