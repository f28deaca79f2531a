import { useState } from 'react';
import { showToast } from '#ui/toast-queue.ts';
import { usePlaces } from '../routes/navigation.ts';
import { Notices } from './notices.tsx';
import styles from './shell.module.css';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { ShownPage } from './shown-page.tsx';
import { useAppCommands } from './use-app-commands.ts';

/** The window around 会議モード: nothing that leads to other cases, or names them. */
export const RoomFrame = () => {
  const places = usePlaces();
  const [showsShortcuts, setShowsShortcuts] = useState(false);
  useAppCommands({
    // What it finds is not for the room.
    search: () => void showToast('会議モードではさがせません。終わってからさがしてください。'),
    shortcuts: () => setShowsShortcuts(true),
  });
  return (
    <div className={styles.room}>
      <Notices />
      <div className={styles.page}>
        <ShownPage onReset={places.home} />
      </div>
      {showsShortcuts && <ShortcutsDialog onClose={() => setShowsShortcuts(false)} />}
    </div>
  );
};
