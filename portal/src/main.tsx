import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { Problem } from './api/problem';
import { askedAgain } from './api/live';
import { session } from './api/session';
import { announce } from './components/Announcer';
import { applyTheme } from './components/preferences';
import { openKept } from './device/kept';
import { forgetReadings, hasReadings, keepReadings, restoreReadings } from './device/readings';
import { sharing } from './device/sharing';
import { installWorker } from './device/worker';
import { router } from './router';
import { phone } from '@/words/phone';
import './styles.css';

applyTheme();

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // Only a call that got no answer is tried again; a refusal would stay the same.
      retry: (failures, error) => {
        const { status } = Problem.of(error);
        return failures < 2 && (status === 0 || status >= 502);
      },
      networkMode: 'always',
      // What the live feed moves need not be asked for while it is there.
      refetchInterval: askedAgain(false),
    },
    mutations: { networkMode: 'always' },
  },
});

let wasOpen = session.isOpen();
session.subscribe(() => {
  // No data of one session may be visible in the next.
  if (wasOpen && !session.isOpen()) {
    client.clear();
    void forgetReadings();
  }
  wasOpen = session.isOpen();
});

installWorker();
keepReadings(client, () => announce(phone.device.readingsFull));

void openKept();

function show(): void {
  sharing.resume();
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}

if (hasReadings()) void restoreReadings(client).then(show);
else show();
