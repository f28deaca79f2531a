import { RouterProvider } from '@tanstack/react-router';
import type { AppRouter } from '../routes/router.tsx';

/** The app's pages, as the address has them. */
export const RouterView = ({ router }: { readonly router: AppRouter }) => (
  <RouterProvider router={router} />
);
