import type { ComponentType } from 'react';
import { createBrowserRouter, Outlet, type RouteObject } from 'react-router';
import { Skeleton } from './components/States';
import { NotFound, RouteError } from './shell/RouteError';
import { Shell } from './shell/Shell';

type Screen = () => Promise<{ default: ComponentType }>;

/** A screen arrives with its own chunk, when it is first opened, and fails by itself. */
function screen(path: string, load: Screen, children?: RouteObject[]): RouteObject {
  return {
    path,
    lazy: async () => ({ Component: (await load()).default }),
    errorElement: <RouteError />,
    hydrateFallbackElement: <Skeleton />,
    children,
  };
}

export const router = createBrowserRouter([
  {
    element: <Outlet />,
    errorElement: <RouteError />,
    hydrateFallbackElement: <Skeleton />,
    children: [
      screen('/sign-in', () => import('./routes/sign-in')),
      screen('/sign-in/from/:provider', () => import('./routes/from-provider')),
      screen('/sign-in/confirm/:provider', () => import('./routes/confirm-by-provider')),
      screen('/register', () => import('./routes/register')),
      screen('/verify/:token?', () => import('./routes/verify')),
      screen('/confirm/:token?', () => import('./routes/confirm')),
      screen('/forgot', () => import('./routes/forgot')),
      screen('/reset/:token?', () => import('./routes/reset')),
      screen('/way-back', () => import('./routes/way-back')),
      screen('/way-back/begin', () => import('./routes/way-back-begin')),
      screen('/way-back/stop', () => import('./routes/way-back-stop')),
      screen('/way-back/finish', () => import('./routes/way-back-finish')),
      screen('/invite/:token?', () => import('./routes/invite')),
      screen('/unsubscribe', () => import('./routes/unsubscribe')),
      screen('/setup/:token?', () => import('./routes/setup')),
      screen('/admin-setup/:token?', () => import('./routes/setup')),
      {
        element: <Shell />,
        children: [
          screen('/', () => import('./routes/home')),
          screen('/loads/new', () => import('./routes/load-form')),
          screen('/loads/:id/edit', () => import('./routes/load-form')),
          screen('/loads', () => import('./routes/loads'), [screen(':id', () => import('./routes/load'))]),
          screen('/trips/new', () => import('./routes/trip-form')),
          screen('/trips', () => import('./routes/trips'), [screen(':id', () => import('./routes/trip'))]),
          screen('/bookings', () => import('./routes/bookings'), [
            screen(':id', () => import('./routes/booking')),
          ]),
          screen('/offers', () => import('./routes/offers')),
          screen('/fleet', () => import('./routes/fleet')),
          screen('/fleet/drivers/new', () => import('./routes/driver')),
          screen('/fleet/drivers/:id', () => import('./routes/driver')),
          screen('/fleet/vehicles/new', () => import('./routes/vehicle')),
          screen('/fleet/vehicles/:id', () => import('./routes/vehicle')),
          screen('/map', () => import('./routes/map')),
          screen('/wallet', () => import('./routes/wallet')),
          screen('/inbox', () => import('./routes/inbox')),
          screen('/audit', () => import('./routes/audit')),
          screen('/organisation', () => import('./routes/organisation')),
          screen('/members', () => import('./routes/members')),
          screen('/reports', () => import('./routes/reports')),
          screen('/admin/operations', () => import('./routes/admin-operations')),
          screen('/admin/organisations', () => import('./routes/admin-organisations')),
          screen('/admin/organisations/:id', () => import('./routes/admin-organisation')),
          screen('/admin/people', () => import('./routes/admin-people')),
          screen('/admin/deliveries', () => import('./routes/admin-deliveries')),
          screen('/admin/contests', () => import('./routes/admin-contests')),
          screen('/admin/contests/:id', () => import('./routes/admin-contest')),
          screen('/admin/people/:id', () => import('./routes/admin-person')),
          screen('/admin/gate', () => import('./routes/admin-gate')),
          screen('/admin/flags', () => import('./routes/admin-flags')),
          screen('/admin/flags/:key', () => import('./routes/admin-flag')),
          screen('/profile', () => import('./routes/profile')),
          screen('/api-keys', () => import('./routes/api-keys')),
          screen('/security', () => import('./routes/security')),
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);
