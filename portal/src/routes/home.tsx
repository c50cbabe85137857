import { lazy, Suspense } from 'react';
import { Skeleton } from '@/components/States';
import { useMe } from '@/shell/me';

const Concerns = lazy(() =>
  import('@/features/notifications/Concerns').then((module) => ({ default: module.Concerns })),
);
const Home = lazy(() => import('@/shell/home/Home').then((module) => ({ default: module.Home })));
const OnTheRoad = lazy(() =>
  import('@/features/bookings/OnTheRoad').then((module) => ({ default: module.OnTheRoad })),
);
// The details of bookings are loaded with the day's screen, since the connection may be gone when they are opened.
const Today = lazy(() =>
  import('@/features/bookings/Today').then((module) => {
    void import('@/features/bookings/BookingsPage').catch(() => undefined);
    void import('./booking').catch(() => undefined);
    return { default: module.Today };
  }),
);

/**
 * A driver's home is the day on the road; everybody else's is the list of what waits and what moves. Above both stand important notices that were not
 * acknowledged yet.
 */
export default function HomeRoute() {
  const { isDriverOnly } = useMe();
  if (isDriverOnly) {
    return (
      <Suspense fallback={<Skeleton />}>
        <Concerns />
        <Today />
      </Suspense>
    );
  }
  return (
    <Suspense fallback={<Skeleton />}>
      <Concerns />
      <Home />
      <OnTheRoad />
    </Suspense>
  );
}
