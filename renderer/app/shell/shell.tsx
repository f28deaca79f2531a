import { useRef, useState } from 'react';
import { AppFrame } from '#ui/app-frame.tsx';
import { SearchTrigger, TopBar } from '#ui/top-bar.tsx';
import { Palette } from '../palette/palette.tsx';
import { usePlaces } from '../routes/navigation.ts';
import { FocusOnMove } from './focus-on-move.ts';
import { HistoryButtons } from './history-buttons.tsx';
import { Notices } from './notices.tsx';
import { PlacesNav } from './places-nav.tsx';
import { SaveStatus } from './save-status.tsx';
import styles from './shell.module.css';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { ShownPage } from './shown-page.tsx';
import { useAppCommands } from './use-app-commands.ts';
import { useGivenFile } from './use-given-file.ts';

/** The window around every page: places at the left, search, undo and save state above. */
export const Shell = () => {
  const places = usePlaces();
  const [window, setWindow] = useState<'search' | 'shortcuts' | undefined>();
  const main = useRef<HTMLElement>(null);
  useGivenFile();
  useAppCommands({
    search: () => setWindow('search'),
    shortcuts: () => setWindow('shortcuts'),
  });

  return (
    <AppFrame
      mainRef={main}
      side={<PlacesNav />}
      top={
        <TopBar
          actions={<HistoryButtons />}
          search={
            <SearchTrigger
              label="記録のことばをさがす"
              onPress={() => setWindow('search')}
              shortcut="Ctrl K"
            />
          }
          status={<SaveStatus />}
        />
      }
    >
      <div className={styles.column}>
        <Notices />
        <div className={styles.page}>
          <ShownPage onReset={places.home} />
          <FocusOnMove main={main} />
        </div>
      </div>
      {window === 'search' && <Palette onClose={() => setWindow(undefined)} />}
      {window === 'shortcuts' && <ShortcutsDialog onClose={() => setWindow(undefined)} />}
    </AppFrame>
  );
};
