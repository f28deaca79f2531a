import { Awaited } from './awaited.tsx';
import { BackupPage } from './lazy-pages.ts';
import { usePlaces } from './navigation.ts';

export const BackupRoute = () => (
  <Awaited>
    <BackupPage onOpenSettings={usePlaces().settings} />
  </Awaited>
);
