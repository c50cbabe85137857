import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { Problem } from './api/problem';
import { session } from './api/session';
import { applyTheme } from './components/preferences';
import { router } from './router';
import './styles.css';

applyTheme();

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; only what got no answer is asked again.
      retry: (failures, error) => {
        const { status } = Problem.of(error);
        return failures < 2 && (status === 0 || status >= 502);
      },
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

let wasOpen = session.isOpen();
session.subscribe(() => {
  // Nothing of one session's data may show in the next.
  if (wasOpen && !session.isOpen()) client.clear();
  wasOpen = session.isOpen();
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
