import { createBrowserRouter, Outlet, type RouteObject } from 'react-router';
import { Skeleton } from './components/States';
import { NotFound, RouteError } from './shell/RouteError';
import { screens, type Screen } from './shell/screens';
import { Shell } from './shell/Shell';

/** A screen's chunk is loaded when the screen is first opened, and an error in it stays in that screen. */
function route({ path, load }: Screen): RouteObject {
  return {
    path,
    lazy: async () => ({ Component: await load() }),
    errorElement: <RouteError />,
    hydrateFallbackElement: <Skeleton />,
    children: screens.filter(({ within }) => within === path).map(route),
  };
}

const whole = screens.filter(({ within }) => !within);

export const router = createBrowserRouter([
  {
    element: <Outlet />,
    errorElement: <RouteError />,
    hydrateFallbackElement: <Skeleton />,
    children: [
      ...whole.filter(({ outside }) => outside).map(route),
      {
        element: <Shell />,
        children: [
          ...whole.filter(({ outside }) => !outside).map(route),
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);
