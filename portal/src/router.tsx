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
      screen('/register', () => import('./routes/register')),
      screen('/invite/:token', () => import('./routes/invite')),
      screen('/setup/:token', () => import('./routes/setup')),
      {
        element: <Shell />,
        children: [screen('/', () => import('./routes/home')), { path: '*', element: <NotFound /> }],
      },
    ],
  },
]);
