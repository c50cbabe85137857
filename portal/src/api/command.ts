import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { readAgain } from './again';
import { newKey } from './http';
import { asOwn } from './own';
import { Problem } from './problem';

/**
 * A command to the server. Its idempotency key lives as long as the intention: an attempt that got no answer is repeated under the same key with the same
 * input; any other attempt starts a new key. What the command changed is read again.
 */
export function useCommand<Input = void, Output = unknown>(
  run: (input: Input, key: string) => Promise<Output>,
  onDone?: (output: Output, input: Input) => void,
) {
  const client = useQueryClient();
  const unanswered = useRef<{ input: string; key: string } | null>(null);
  return useMutation<Output, Problem, Input>({
    mutationFn: async (input) => {
      const text = JSON.stringify(input ?? null);
      const key = unanswered.current?.input === text ? unanswered.current.key : newKey();
      unanswered.current = { input: text, key };
      try {
        const output = await asOwn(() => run(input, key));
        unanswered.current = null;
        return output;
      } catch (fault) {
        const problem = Problem.of(fault);
        if (problem.status >= 400 && problem.status < 500) unanswered.current = null;
        throw problem;
      }
    },
    onError: (problem) => {
      // Somebody else acted first, so the screen no longer shows the present state.
      if (problem.status === 409 || problem.status === 412 || problem.passedOn)
        void client.invalidateQueries();
    },
    onSuccess: async (output, input) => {
      onDone?.(output, input);
      await readAgain(client);
    },
  });
}
