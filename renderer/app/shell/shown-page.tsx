import { Outlet } from '@tanstack/react-router';
import { useShownPath } from '../routes/shown-path.ts';
import { ErrorBoundary } from './error-boundary.tsx';

/** The page that the address names. Where it fails the window around it stays, and another may work. */
export const ShownPage = ({ onReset }: { readonly onReset: () => void }) => (
  <ErrorBoundary of={useShownPath()} onReset={onReset}>
    <Outlet />
  </ErrorBoundary>
);
